package org.stampwright.web.body;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * All request threads that wait for a body now. When the limit is exceeded, the longest wait is ended. A body that is
 * already in flight needs milliseconds, so the slowest caller loses its thread and not a normal one.
 */
final class BodyWaits implements AutoCloseable {

    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(500);

    private final Deque<BodyWait> waiting = new ArrayDeque<>();
    private final int most;
    private final Duration longest;
    private final ScheduledExecutorService clock;

    /**
     * @param most    how many may wait at once
     * @param longest how long one may wait for one body that arrives slowly
     */
    BodyWaits(int most, Duration longest) {
        this.most = most;
        this.longest = longest;
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "slow-bodies");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(
                this::endOverdue, BETWEEN_CHECKS.toMillis(), BETWEEN_CHECKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    BodyWait begin() {
        BodyWait wait = new BodyWait(System.nanoTime());
        BodyWait givesWay = null;
        synchronized (waiting) {
            waiting.addLast(wait);
            if (waiting.size() > most) {
                givesWay = waiting.removeFirst();
            }
        }
        if (givesWay != null) {
            givesWay.end();
        }
        return wait;
    }

    void finish(BodyWait wait) {
        synchronized (waiting) {
            waiting.remove(wait);
        }
    }

    private void endOverdue() {
        long now = System.nanoTime();
        List<BodyWait> overdue;
        synchronized (waiting) {
            overdue = waiting.stream()
                    .filter(wait -> wait.isOverdue(now, longest))
                    .toList();
            waiting.removeAll(overdue);
        }
        overdue.forEach(BodyWait::end);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
