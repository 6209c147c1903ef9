package org.stampwright.postage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.postage.comparison.Comparisons;
import org.stampwright.postage.container.Shop;
import org.stampwright.postage.ledger.PsdOpening;
import org.stampwright.postage.ledger.PsdTakeover;
import org.stampwright.postage.ledger.Psds;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.postage.signing.CertifiedModule;

/** The PSDs that an instance starts to work on. */
class PsdAssignmentTest {

    private final Shop.TestClock clock = new Shop.TestClock();
    private final List<Long> own = new ArrayList<>();
    private final List<Long> leftBehind = new ArrayList<>();
    private final List<Long> tried = new ArrayList<>();
    private long surplus;
    private int opened;
    private boolean admitted = true;
    private PsdAssignment assignment;
    private final Comparisons comparisons = new Comparisons();
    private int stopped;

    @BeforeEach
    void furnish() {
        assignment = new PsdAssignment();
        assignment.number = 2;
        assignment.clock = clock;
        assignment.comparison = comparisons.comparison();
        assignment.stop = comparisons.stop();
        assignment.owned = new OwnedPsds() {
            @Override
            void stopWork() {
                stopped++;
            }
        };
        assignment.psds = new Stored();
        assignment.takeover = new PsdTakeover() {
            @Override
            public Optional<LedgerEntry> take(long serial, CertifiedModule module) {
                tried.add(serial);
                throw new IllegalStateException("PSD " + serial + " makes trouble");
            }
        };
        assignment.opening = new PsdOpening() {
            @Override
            public Optional<LedgerEntry> open(CertifiedModule module) {
                opened++;
                return Optional.empty();
            }
        };
        assignment.instance = new ThisInstance() {
            @Override
            public long id() {
                return 1;
            }

            @Override
            public boolean isAdmitted() {
                return admitted;
            }
        };
    }

    @Test
    void a_failing_device_does_not_block_the_others() {
        own.addAll(List.of(7L, 8L));
        leftBehind.add(9L);
        assignment.keep(null, null);
        assertThat(tried).containsExactly(7L, 8L, 9L);
    }

    @Test
    void before_the_heads_were_compared_once_it_takes_and_opens_nothing() {
        comparisons.verified = false;
        own.add(7L);
        assignment.keep(null, null);
        assertThat(tried).isEmpty();
        assertThat(opened).isZero();
    }

    @Test
    void while_the_vendor_may_not_sell_all_work_ends() {
        comparisons.stopped = true;
        own.add(7L);
        leftBehind.add(9L);
        assignment.keep(null, null);
        assertThat(stopped).isEqualTo(1);
        assertThat(tried).isEmpty();
        assertThat(opened).isZero();
    }

    @Test
    void an_instance_that_is_not_admitted_takes_nothing_over_but_opens_its_own() {
        admitted = false;
        leftBehind.add(9L);
        assignment.keep(null, null);
        assertThat(tried).isEmpty();
        assertThat(opened).isEqualTo(2);
    }

    @Test
    void it_waits_some_seconds_for_the_surplus_of_others_and_then_opens_its_own() {
        surplus = 2;
        assignment.keep(null, null);
        clock.set(Shop.NOW.plusSeconds(9));
        assignment.keep(null, null);
        assertThat(opened).isZero();
        clock.set(Shop.NOW.plusSeconds(11));
        assignment.keep(null, null);
        assertThat(opened).isEqualTo(2);
    }

    private final class Stored extends Psds {

        @Override
        public List<Long> ownedBy(long server) {
            return own;
        }

        @Override
        public List<Long> leftBehind(long server) {
            return leftBehind;
        }

        @Override
        public List<Long> givenAway(int most) {
            return List.of();
        }

        @Override
        public long surplus(int number) {
            return surplus;
        }

        @Override
        public boolean isAnotherInNeed(int of, long server) {
            return false;
        }
    }
}
