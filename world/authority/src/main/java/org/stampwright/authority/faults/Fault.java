package org.stampwright.authority.faults;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.stampwright.authority.Body;
import org.stampwright.authority.Problem;

/** A pending fault. */
final class Fault {

    /** The effect on a matching request. */
    enum Mode {
        /** Delays the response. */
        DELAY,
        /** Responds with 503 without running the request. */
        ERROR,
        /** Runs the request, then breaks the connection before the response is complete. */
        DROP_ANSWER;

        static Mode of(String text) {
            for (Mode mode : values()) {
                if (mode.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                    return mode;
                }
            }
            throw Problem.malformed("mode must be delay, error or drop-answer.");
        }
    }

    private static final long LONGEST_DELAY = 600_000;
    private static final int MOST = 1_000_000;

    final Mode mode;
    final long millis;
    private final String path;
    private final AtomicInteger left;

    private Fault(String path, Mode mode, long millis, int times) {
        this.path = path;
        this.mode = mode;
        this.millis = millis;
        this.left = new AtomicInteger(times);
    }

    static Fault of(Body body) {
        Mode mode = Mode.of(body.text("mode"));
        long millis = mode == Mode.DELAY ? body.number("millis", 1, LONGEST_DELAY) : 0;
        int times = body.json().containsKey("times") ? (int) body.number("times", 1, MOST) : 1;
        return new Fault(body.text("path"), mode, millis, times);
    }

    /** Returns whether this fault applies to the request; each true counts it down. */
    boolean strikes(String requested) {
        return requested.startsWith(path) && left.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0;
    }
}
