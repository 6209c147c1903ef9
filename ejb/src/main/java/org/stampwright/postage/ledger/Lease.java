package org.stampwright.postage.ledger;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long this instance may consider itself the owner of a PSD. The database judges leases by its own clock. Here a
 * lease starts before the query that renewed it was sent, runs on a monotonic clock, and ends early by a margin. So the
 * owner stops debiting before any other instance can take over. Thread-safe.
 */
public final class Lease {

    private static final int SECONDS = 15;

    /** The length of a lease in the database. */
    public static final Duration LENGTH = Duration.ofSeconds(SECONDS);

    /** The SQL expression for the lease's end, in a statement that grants or renews it. */
    public static final String END = "now() + interval '" + SECONDS + " seconds'";

    private static final Duration EARLIER = Duration.ofSeconds(4);

    private final LongSupplier nanos;
    private volatile long end;

    /**
     * Starts a lease.
     *
     * @param asked the time on the monotonic clock before the database was asked for it
     */
    public Lease(LongSupplier nanos, long asked) {
        this.nanos = nanos;
        renewed(asked);
    }

    /** Returns the monotonic clock, which never jumps, unlike the time of day. */
    public static long now() {
        return System.nanoTime();
    }

    public void renewed(long asked) {
        end = asked + LENGTH.minus(EARLIER).toNanos();
    }

    /** Marks the lease as ended, as the database reported. */
    public void lost() {
        end = nanos.getAsLong();
    }

    public boolean holds() {
        return nanos.getAsLong() - end < 0;
    }
}
