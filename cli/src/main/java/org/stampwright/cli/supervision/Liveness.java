package org.stampwright.cli.supervision;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Whether a running program still answers. It is asked at a fixed pace; one that has refused every answer for longer than
 * the limit is lost. A single refusal after a pause of the supervisor itself (a suspended machine) is not enough.
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

    /** The program has just shown that it answers. */
    void begin() {
        answered = System.nanoTime();
        asked = answered;
        refusals = 0;
    }

    /** Asks if it is time to; true once the program is lost. */
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

    /** Whether the last answer came this long after a moment, or longer. */
    boolean answeredLaterThan(long moment, Duration after) {
        return answered - moment > after.toNanos();
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }
}
