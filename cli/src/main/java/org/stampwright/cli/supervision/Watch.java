package org.stampwright.cli.supervision;

import java.time.Duration;

/**
 * Polls one child on a thread of its own, so that neither the slow start of another child nor the supervisor's own work
 * delays a restart.
 */
final class Watch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);
    private static final System.Logger LOG = System.getLogger(Watch.class.getName());

    private final Child child;
    private final Runnable changed;
    private final Thread thread;

    /** @param changed is called after each look that found a change */
    Watch(Child child, Runnable changed) {
        this.child = child;
        this.changed = changed;
        this.thread = new Thread(this::watch, "watching " + child.program().name());
        thread.setDaemon(true);
        thread.start();
    }

    Child child() {
        return child;
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                child.look();
                changed.run(); // after each look: a write that failed is repeated, and an unchanged state writes
                // nothing
            } catch (InterruptedException ended) {
                return;
            } catch (RuntimeException fault) {
                // A full disk must not end the watch: the state is written after the next look.
                LOG.log(
                        System.Logger.Level.WARNING,
                        "looking at " + child.program().name(),
                        fault);
            }
        }
    }

    /** Prevents further looks; the child is left as it is. */
    void end() {
        thread.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(LONGEST_LOOK.toMillis());
        } catch (InterruptedException impatient) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
