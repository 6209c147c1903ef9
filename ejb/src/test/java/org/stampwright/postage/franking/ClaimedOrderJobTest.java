package org.stampwright.postage.franking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.server.Role;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.postage.worker.OwnedPsds;

/** Claimed orders that are resumed: none blocks another. */
class ClaimedOrderJobTest {

    private static final ThisInstance ALDER = new ThisInstance() {
        @Override
        public boolean isRegistered() {
            return true;
        }

        @Override
        public Role role() {
            return Role.BOTH;
        }

        @Override
        public long id() {
            return 1;
        }
    };

    private final List<UUID> claimed =
            Stream.generate(UUID::randomUUID).limit(20).toList();
    private final Set<UUID> resumed = new ConcurrentSkipListSet<>();

    @Test
    void an_order_that_throws_does_not_block_the_others() {
        ClaimedOrderJob job = new ClaimedOrderJob();
        job.instance = ALDER;
        job.psds = new OwnedPsds() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public Executor outside() {
                return Runnable::run;
            }
        };
        job.claimed = new ClaimedOrders() {
            @Override
            public List<UUID> claimedBy(long server) {
                return claimed;
            }
        };
        job.franking = new Franking() {
            @Override
            public void resume(UUID order) {
                if (order.equals(claimed.get(0))) {
                    throw new IllegalStateException("cannot be read");
                }
                resumed.add(order);
            }
        };
        job.run();
        assertThat(resumed).containsExactlyInAnyOrderElementsOf(claimed.subList(1, 20));
    }
}
