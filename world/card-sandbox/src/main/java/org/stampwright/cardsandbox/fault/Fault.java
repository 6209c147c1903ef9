package org.stampwright.cardsandbox.fault;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fault that tests inject into the next {@code times} matching requests, after {@code skip} unaffected ones: waits
 * {@code delayMillis} before the work, then acts by {@code kind}.
 */
public record Fault(String method, String path, Kind kind, int skip, int times, long delayMillis) {

    public enum Kind {
        /** Only delays the request. */
        DELAY,
        /** Runs the request, then waits before responding. */
        DELAY_AFTER,
        /** Responds with 500 without running the request; the 500 is stored under the idempotency key. */
        ERROR_BEFORE,
        /** Runs the request and responds with 500, which is stored under the idempotency key. */
        ERROR_AFTER,
        /** Closes the connection without running the request. */
        DROP_BEFORE,
        /** Runs the request, then closes the connection. */
        DROP_AFTER
    }

    public static final Fault NONE = new Fault("*", "*", Kind.DELAY, 0, 0, 0);

    public boolean matches(String requestMethod, String requestPath) {
        return (method.equals("*") || method.equals(requestMethod))
                && glob(path).matcher(requestPath).matches();
    }

    private static Pattern glob(String path) {
        return Pattern.compile(
                Arrays.stream(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    public boolean answersError() {
        return kind == Kind.ERROR_BEFORE || kind == Kind.ERROR_AFTER;
    }

    public void waitBefore() {
        if (kind != Kind.DELAY_AFTER) {
            sleep();
        }
    }

    public void waitAfter() {
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
