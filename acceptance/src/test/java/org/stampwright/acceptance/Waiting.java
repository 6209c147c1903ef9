package org.stampwright.acceptance;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for a condition, and names it if it does not become true. */
final class Waiting {

    private static final Duration STEP = Duration.ofMillis(100);

    private Waiting() {}

    /** Retries until the answer is not null. */
    static <T> T until(String what, Duration limit, Supplier<T> question) {
        return until(what, limit, question, fault -> false);
    }

    static void untilTrue(String what, Duration limit, BooleanSupplier question) {
        until(what, limit, () -> question.getAsBoolean() ? Boolean.TRUE : null);
    }

    /**
     * Retries until the answer is not null, and accepts an answer however long that one attempt took. A temporary fault
     * counts as no answer; the last one is the cause of the failure.
     */
    static <T> T until(String what, Duration limit, Supplier<T> question, Predicate<Throwable> passing) {
        AtomicReference<T> answer = new AtomicReference<>();
        AtomicReference<Throwable> fault = new AtomicReference<>();
        try {
            Awaitility.await(what)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(STEP)
                    .atMost(limit)
                    .ignoreExceptionsMatching(thrown -> {
                        fault.set(thrown);
                        return passing.test(thrown);
                    })
                    .until(() -> {
                        answer.set(question.get());
                        return answer.get() != null;
                    });
        } catch (ConditionTimeoutException inVain) {
            if (answer.get() == null) {
                throw new AssertionError("timed out after " + limit + " waiting until " + what, fault.get());
            }
        }
        return answer.get();
    }
}
