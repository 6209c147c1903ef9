package org.stampwright.authority.faults;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.stampwright.authority.Body;
import org.stampwright.authority.Problem;

/** A fault that waits for its requests. */
final class Fault {

    /** What happens to a request. */
    enum Mode {
        /** It is answered later. */
        DELAY,
        /** It is answered 503 and nothing is done. */
        ERROR,
        /** Everything is done and the connection breaks before the answer is out. */
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

    /** Whether it strikes this request; each yes uses one of its times up. */
    boolean strikes(String requested) {
        return requested.startsWith(path) && left.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0;
    }
}
