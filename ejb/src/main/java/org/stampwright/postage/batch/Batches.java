package org.stampwright.postage.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * Lets callers share calls, such as transactions. While one call runs, further items wait; the next call takes all that
 * wait, up to a limit. An item that finds no call running starts one at once if few orders are under way, so a single
 * order never waits for others. Under load it first waits for some milliseconds, the longer the more orders are under
 * way, because each of them will come here too. The caller whose item is first makes the call on its own thread.
 *
 * <p>A transaction that fails because of one of its items is repeated with each half of them, until the item is alone
 * and its caller gets the exception. A deadlock is retried. After any other failure all callers get the exception, and
 * none knows whether the transaction was committed: each item must be a conditional change that can be repeated.
 *
 * @param <T> what a caller wants changed
 * @param <R> what it learns
 */
public final class Batches<T, R> {

    private static final int RETRIES = 3;
    private static final int FEW = 4;
    private static final int LONGEST_WAIT_MILLIS = 15;

    private final int most;
    private final IntSupplier underway;
    private final Function<List<T>, List<R>> call;
    private final Deque<Entry<T, R>> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * Creates a group.
     *
     * @param most the most items of one call
     * @param underway how many orders are under way
     * @param call takes all items or none and returns their results in their order
     */
    public Batches(int most, IntSupplier underway, Function<List<T>, List<R>> call) {
        this.most = most;
        this.underway = underway;
        this.call = call;
    }

    private static final class Entry<T, R> {
        private final T item;
        private final Semaphore turn = new Semaphore(0);
        private R result;
        private RuntimeException fault;
        private boolean done;

        private Entry(T item) {
            this.item = item;
        }
    }

    /** Has the item taken by a call, alone or with others, and returns its result. */
    public R submit(T item) {
        Entry<T, R> mine = new Entry<>(item);
        if (!leads(mine)) {
            mine.turn.acquireUninterruptibly();
        }
        if (!mine.done) {
            lead();
        }
        if (mine.fault != null) {
            throw mine.fault;
        }
        return mine.result;
    }

    /** Returns how many items wait for the next call. */
    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized boolean leads(Entry<T, R> mine) {
        waiting.add(mine);
        notifyAll();
        boolean free = !busy;
        busy = true;
        return free;
    }

    /** Makes one call, whose first item is the caller's, and passes the lead on to the next caller. */
    private void lead() {
        waitForMore();
        List<Entry<T, R>> batch = next();
        try {
            run(batch, RETRIES);
        } catch (Error error) {
            fail(batch, new IllegalStateException("the call ended with an error", error));
            throw error;
        } finally {
            batch.stream().skip(1).forEach(entry -> entry.turn.release());
            passOn();
        }
    }

    /** Waits a millisecond for each other order under way, or until half of them wait here. */
    private synchronized void waitForMore() {
        int others = underway.getAsInt() - 1;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.min(others, LONGEST_WAIT_MILLIS));
        try {
            long left = end - System.nanoTime();
            while (others >= FEW && left > 0 && waiting.size() < Math.min(most, (others + 1) / 2)) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = end - System.nanoTime();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Entry<T, R>> next() {
        List<Entry<T, R>> batch = new ArrayList<>();
        while (batch.size() < most && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        return batch;
    }

    private synchronized void passOn() {
        if (waiting.isEmpty()) {
            busy = false;
        } else {
            waiting.element().turn.release();
        }
    }

    private void run(List<Entry<T, R>> batch, int retries) {
        try {
            List<R> results = call.apply(batch.stream().map(entry -> entry.item).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).result = results.get(i);
                batch.get(i).done = true;
            }
        } catch (RuntimeException fault) {
            recover(batch, retries, fault);
        }
    }

    private void recover(List<Entry<T, R>> batch, int retries, RuntimeException fault) {
        switch (FaultCause.of(fault)) {
            case CONFLICT -> {
                if (retries > 0) {
                    run(batch, retries - 1);
                } else {
                    fail(batch, fault);
                }
            }
            case DATA -> split(batch, fault);
            case ENVIRONMENT -> fail(batch, fault);
        }
    }

    private void split(List<Entry<T, R>> batch, RuntimeException fault) {
        if (batch.size() == 1) {
            fail(batch, fault);
            return;
        }
        run(batch.subList(0, batch.size() / 2), RETRIES);
        run(batch.subList(batch.size() / 2, batch.size()), RETRIES);
    }

    private void fail(List<Entry<T, R>> batch, RuntimeException fault) {
        batch.forEach(entry -> {
            entry.fault = fault;
            entry.done = true;
        });
    }
}
