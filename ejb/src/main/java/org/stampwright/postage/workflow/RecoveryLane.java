package org.stampwright.postage.workflow;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Advances orders of one kind, a limited number at once, taking further ones whenever some are done. */
final class RecoveryLane {

    static final int AT_ONCE = 24;

    private static final System.Logger LOG = System.getLogger(RecoveryLane.class.getName());
    private static final int PAGE = AT_ONCE / 3;

    private final IntFunction<List<UUID>> source;
    private final Consumer<UUID> advance;
    private final Executor executor;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * Creates a lane.
     *
     * @param source takes at most so many orders, none if none is left
     * @param advance advances one
     */
    RecoveryLane(IntFunction<List<UUID>> source, Consumer<UUID> advance, Executor executor) {
        this.source = source;
        this.advance = advance;
        this.executor = executor;
    }

    /** Starts to advance orders until none is left, unless the lane is doing so. */
    void start() {
        if (running.compareAndSet(false, true)) {
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException stopping) {
                running.set(false);
                LOG.log(System.Logger.Level.WARNING, "order recovery will be retried in its next run", stopping);
            }
        }
    }

    private void drain() {
        try {
            while (begin() > 0) {
                continue;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "order recovery will be retried in its next run", fault);
        } finally {
            running.set(false);
        }
    }

    /** Begins a page of orders as soon as there is room for it; returns how many. */
    private int begin() throws InterruptedException {
        free.acquire(PAGE);
        int begun = 0;
        try {
            for (UUID order : source.apply(PAGE)) {
                executor.execute(() -> advance(order));
                begun++;
            }
        } finally {
            free.release(PAGE - begun);
        }
        return begun;
    }

    private void advance(UUID order) {
        try {
            advance.accept(order);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "order " + order + " could not be advanced", fault);
        } finally {
            free.release();
        }
    }
}
