package org.stampwright.postage.franking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.comparison.Comparisons;
import org.stampwright.postage.ledger.Releases;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderTransitions;

class StrandedOrderJobTest {

    private final List<OrderRef> unsigned =
            List.of(new OrderRef(UUID.randomUUID(), 1), new OrderRef(UUID.randomUUID(), 3));
    private final List<OrderRef> abandoned = new ArrayList<>();
    private boolean named;
    private final Comparisons comparisons = new Comparisons();

    private StrandedOrderJob job() {
        StrandedOrderJob job = new StrandedOrderJob();
        job.stranded = new StrandedOrders() {
            @Override
            public List<OrderRef> unsigned() {
                return unsigned;
            }
        };
        job.orders = new OrderTransitions() {
            @Override
            public List<OrderSnapshot> waitForOperator() {
                named = true;
                return List.of();
            }
        };
        job.releases = new Releases() {
            @Override
            public boolean abandon(OrderRef order) {
                if (order.equals(unsigned.get(0))) {
                    throw new IllegalStateException("locked");
                }
                return abandoned.add(order);
            }
        };
        job.comparison = comparisons.comparison();
        job.stop = comparisons.stop();
        return job;
    }

    @Test
    void a_failing_stranded_order_does_not_block_the_others() {
        job().run();
        assertThat(abandoned).containsExactly(unsigned.get(1));
        assertThat(named).isTrue();
    }

    @Test
    void nothing_is_abandoned_while_the_heads_cannot_be_compared_or_the_vendor_may_not_sell() {
        comparisons.verified = false;
        job().run();
        comparisons.verified = true;
        comparisons.stopped = true;
        job().run();
        assertThat(abandoned).isEmpty();
        assertThat(named).isTrue();
    }
}
