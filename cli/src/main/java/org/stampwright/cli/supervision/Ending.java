package org.stampwright.cli.supervision;

import java.time.Duration;
import java.util.List;

/**
 * The end of everything that a home started. All are asked at once, so that together they take no longer than the
 * slowest; only the first started, on which the others stand, is asked when those have ended, and is given more time: a
 * database that is killed must replay its log at the next start.
 */
final class Ending {

    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration GRACE_OF_THE_FIRST = Duration.ofSeconds(50);

    /** Who is to end, and what asks for it. */
    record One(RunningProcess process, String signal) {}

    private Ending() {}

    /** @param startOrder the first started first */
    static void of(List<One> startOrder) {
        if (startOrder.isEmpty()) {
            return;
        }
        ofAlike(startOrder.subList(1, startOrder.size()));
        One first = startOrder.get(0);
        first.process.stop(first.signal, GRACE_OF_THE_FIRST);
    }

    /** Of some that stand on none of each other. */
    static void ofAlike(List<One> some) {
        some.forEach(one -> one.process.ask(one.signal));
        long deadline = System.nanoTime() + GRACE.toNanos();
        some.forEach(one -> one.process.endWithin(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
    }
}
