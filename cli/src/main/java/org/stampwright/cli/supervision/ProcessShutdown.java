package org.stampwright.cli.supervision;

import java.time.Duration;
import java.util.List;

/**
 * Stops every process of a home. All are signalled at once, so that together they take no longer than the slowest. Only
 * the first started, on which the others depend, is signalled after they have ended, and gets more time: a database
 * that is killed must replay its log at the next start.
 */
final class ProcessShutdown {

    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration GRACE_OF_THE_FIRST = Duration.ofSeconds(50);

    /** A process to stop, and the signal that requests it. */
    record One(RunningProcess process, String signal) {}

    private ProcessShutdown() {}

    /** @param startOrder the processes in the order of their start */
    static void of(List<One> startOrder) {
        if (startOrder.isEmpty()) {
            return;
        }
        ofAlike(startOrder.subList(1, startOrder.size()));
        One first = startOrder.get(0);
        first.process.stop(first.signal, GRACE_OF_THE_FIRST);
    }

    /** Stops processes that do not depend on each other. */
    static void ofAlike(List<One> some) {
        some.forEach(one -> one.process.ask(one.signal));
        long deadline = System.nanoTime() + GRACE.toNanos();
        some.forEach(one -> one.process.endWithin(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
    }
}
