package org.stampwright.postage.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** The messages that wait for a PSD's owner. Any thread adds one; only the owner's thread gathers them. */
final class OwnerInbox {

    private static final int MOST_AT_ONCE = 64;
    private static final int FEW = 4;
    private static final int LONGEST_WAIT_MILLIS = 15;

    private final BlockingQueue<OwnerMessage> messages = new LinkedBlockingQueue<>();
    private final IntSupplier inFlight;

    /**
     * Creates an empty inbox.
     *
     * @param inFlight how many orders are in flight on this instance
     */
    OwnerInbox(IntSupplier inFlight) {
        this.inFlight = inFlight;
    }

    boolean add(OwnerMessage message) {
        return messages.add(message);
    }

    int size() {
        return messages.size();
    }

    /** Returns the messages that are there, waiting at most this long for the first. */
    List<OwnerMessage> gather(Duration atMost) throws InterruptedException {
        List<OwnerMessage> came = new ArrayList<>();
        OwnerMessage first = messages.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            came.add(first);
            waitForMore(came);
            messages.drainTo(came, MOST_AT_ONCE);
        }
        return came;
    }

    /** Under load more orders follow soon: waits a millisecond for each order in flight, or until half of them came. */
    private void waitForMore(List<OwnerMessage> came) throws InterruptedException {
        int others = inFlight.getAsInt() - 1;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.min(others, LONGEST_WAIT_MILLIS));
        long left = end - System.nanoTime();
        while (others >= FEW && left > 0 && came.size() + messages.size() < (others + 1) / 2) {
            OwnerMessage next = messages.poll(left, TimeUnit.NANOSECONDS);
            if (next != null) {
                came.add(next);
            }
            left = end - System.nanoTime();
        }
    }
}
