package org.stampwright.cli.supervision;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Whether a running program still responds. It is checked at a fixed interval; one that has failed every check for
 * longer than the limit is lost. A single failure after a pause of the supervisor itself (a suspended machine) is not
 * enough.
 */
final class Liveness {

    private static final int FEWEST_REFUSALS = 3;

    private final BooleanSupplier answers;
    private final Duration pace;
    private final Duration limit;
    private long asked;
    private long answered;
    private int refusals;

    Liveness(BooleanSupplier answers, Duration pace, Duration limit) {
        this.answers = answers;
        this.pace = pace;
        this.limit = limit;
    }

    /** Records that the program has just responded. */
    void begin() {
        answered = System.nanoTime();
        asked = answered;
        refusals = 0;
    }

    /** Runs a check if one is due; returns true once the program is lost. */
    boolean isLost() {
        if (since(asked).compareTo(pace) < 0) {
            return false;
        }
        if (answers.getAsBoolean()) {
            begin();
            return false;
        }
        asked = System.nanoTime();
        refusals++;
        return refusals >= FEWEST_REFUSALS && since(answered).compareTo(limit) > 0;
    }

    /** Returns whether the last response came at least this long after the given moment. */
    boolean answeredLaterThan(long moment, Duration after) {
        return answered - moment > after.toNanos();
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }
}
