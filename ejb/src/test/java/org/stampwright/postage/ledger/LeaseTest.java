package org.stampwright.postage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final long SECOND = 1_000_000_000L;
    private long nanos = Long.MAX_VALUE - 5 * SECOND;

    @Test
    void it_ends_here_seconds_before_it_ends_in_the_database_also_when_the_counter_wraps() {
        Lease lease = new Lease(() -> nanos, nanos);
        nanos += 10 * SECOND;
        assertThat(lease.holds()).isTrue();
        nanos += 2 * SECOND;
        assertThat(lease.holds()).isFalse();
    }

    @Test
    void a_renewal_counts_from_before_the_question() {
        Lease lease = new Lease(() -> nanos, nanos);
        long asked = nanos;
        nanos += 5 * SECOND;
        lease.renewed(asked + 3 * SECOND);
        nanos = asked + 13 * SECOND;
        assertThat(lease.holds()).isTrue();
        nanos = asked + 15 * SECOND;
        assertThat(lease.holds()).isFalse();
    }

    @Test
    void a_lease_that_the_database_calls_ended_holds_no_longer() {
        Lease lease = new Lease(() -> nanos, nanos);
        lease.lost();
        assertThat(lease.holds()).isFalse();
    }
}
