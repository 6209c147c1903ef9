package org.stampwright.postage.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.container.Shop;

class OrderDriversTest {

    private final Shop shop = new Shop();
    private final OrderDrivers drivers = shop.get(OrderDrivers.class);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void room_is_limited_and_comes_back_when_it_is_closed() {
        List<OrderDrivers.Room> rooms = new ArrayList<>();
        for (OrderDrivers.Room room = drivers.reserve(); room != null; room = drivers.reserve()) {
            rooms.add(room);
        }
        assertThat(rooms).hasSize(160);
        rooms.get(0).close();
        assertThat(drivers.reserve()).isNotNull();
    }

    @Test
    void a_fault_of_an_order_ends_the_wait_and_gives_the_room_back() {
        for (int i = 0; i < 200; i++) {
            try (OrderDrivers.Room room = drivers.reserve()) {
                assertThat(room).isNotNull();
                room.advance(UUID.randomUUID(), Duration.ofSeconds(20));
            }
        }
    }
}
