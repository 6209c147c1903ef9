package org.stampwright.cardsandbox;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that tests want to go wrong with the next {@code times} requests that match, after {@code skip} of them
 * went well: it waits {@code delayMillis} before the work, then does what {@code kind} says.
 */
record Fault(String method, String path, Kind kind, int skip, int times, long delayMillis) {

    enum Kind {
        /** Nothing but the delay. */
        DELAY,
        /** Does the work, then waits before it answers. */
        DELAY_AFTER,
        /** Answers 500 and does nothing; the 500 is kept under the idempotency key. */
        ERROR_BEFORE,
        /** Does the work and answers 500, which is kept under the idempotency key. */
        ERROR_AFTER,
        /** Ends the connection and does nothing. */
        DROP_BEFORE,
        /** Does the work and ends the connection. */
        DROP_AFTER
    }

    static final Fault NONE = new Fault("*", "*", Kind.DELAY, 0, 0, 0);

    boolean matches(String requestMethod, String requestPath) {
        return (method.equals("*") || method.equals(requestMethod))
                && glob(path).matcher(requestPath).matches();
    }

    private static Pattern glob(String path) {
        return Pattern.compile(
                Arrays.stream(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean answersError() {
        return kind == Kind.ERROR_BEFORE || kind == Kind.ERROR_AFTER;
    }

    void waitBefore() {
        if (kind != Kind.DELAY_AFTER) {
            sleep();
        }
    }

    void waitAfter() {
        if (kind == Kind.DELAY_AFTER) {
            sleep();
        }
    }

    private void sleep() {
        try {
            Thread.sleep(delayMillis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
