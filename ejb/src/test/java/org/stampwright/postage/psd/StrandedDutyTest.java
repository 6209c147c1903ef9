package org.stampwright.postage.psd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StrandedDutyTest {

    private final List<OrderAttempt> unsigned =
            List.of(new OrderAttempt(UUID.randomUUID(), 1), new OrderAttempt(UUID.randomUUID(), 3));
    private final List<OrderAttempt> abandoned = new ArrayList<>();
    private boolean named;
    private final Comparisons comparisons = new Comparisons();

    private StrandedDuty duty() {
        StrandedDuty duty = new StrandedDuty();
        duty.stranded = new StrandedOrders() {
            @Override
            public List<OrderAttempt> unsigned() {
                return unsigned;
            }

            @Override
            public int nameWhomSignedOnesWaitFor() {
                named = true;
                return 0;
            }
        };
        duty.releases = new Releases() {
            @Override
            public boolean abandon(UUID order, int attempt) {
                if (order.equals(unsigned.get(0).id())) {
                    throw new IllegalStateException("locked");
                }
                return abandoned.add(new OrderAttempt(order, attempt));
            }
        };
        duty.comparison = comparisons.comparison();
        duty.stop = comparisons.stop();
        return duty;
    }

    @Test
    void each_stranded_order_is_abandoned_at_its_attempt_though_another_makes_trouble() {
        duty().turn();
        assertThat(abandoned).containsExactly(unsigned.get(1));
        assertThat(named).isTrue();
    }

    @Test
    void nothing_is_abandoned_before_the_heads_were_compared_or_while_the_vendor_may_not_sell() {
        comparisons.verified = false;
        duty().turn();
        comparisons.verified = true;
        comparisons.stopped = true;
        duty().turn();
        assertThat(abandoned).isEmpty();
        assertThat(named).isTrue();
    }
}
