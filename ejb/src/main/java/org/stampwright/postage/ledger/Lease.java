package org.stampwright.postage.ledger;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long this instance may believe that it owns a PSD. The database judges leases by its own clock; here a lease is
 * counted from before the question that renewed it, on a clock that never jumps, and is held to end early, so that the
 * owner stops debiting before anybody else can take over. Thread-safe.
 */
public final class Lease {

    private static final int SECONDS = 15;

    /** As the database counts it. */
    public static final Duration LENGTH = Duration.ofSeconds(SECONDS);

    /** Its end, in a statement that gives or renews it. */
    public static final String END = "now() + interval '" + SECONDS + " seconds'";

    private static final Duration EARLIER = Duration.ofSeconds(4);

    private final LongSupplier nanos;
    private volatile long end;

    /** @param asked when, on that clock, the database was asked for it */
    public Lease(LongSupplier nanos, long asked) {
        this.nanos = nanos;
        renewed(asked);
    }

    /** The clock that never jumps, which the one clock of the time of day may. */
    public static long now() {
        return System.nanoTime();
    }

    public void renewed(long asked) {
        end = asked + LENGTH.minus(EARLIER).toNanos();
    }

    /** The database says that it has ended. */
    public void lost() {
        end = nanos.getAsLong();
    }

    public boolean holds() {
        return nanos.getAsLong() - end < 0;
    }
}
