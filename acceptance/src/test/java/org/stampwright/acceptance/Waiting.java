package org.stampwright.acceptance;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must come about, and says what it waited for when it does not. */
final class Waiting {

    private static final long STEP_MILLIS = 100;

    private Waiting() {}

    /** Asks until the answer is not null. */
    static <T> T until(String what, Duration limit, Supplier<T> question) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            T answer = question.get();
            if (answer != null) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + limit + " in vain until " + what);
            }
            pause();
        }
    }

    static void untilTrue(String what, Duration limit, BooleanSupplier question) {
        until(what, limit, () -> question.getAsBoolean() ? Boolean.TRUE : null);
    }

    private static void pause() {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
