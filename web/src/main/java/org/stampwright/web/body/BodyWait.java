package org.stampwright.web.body;

import java.io.IOException;
import java.time.Duration;

/**
 * The wait of one request thread for the body of its request. Any thread may end it; the request thread then stops
 * reading.
 *
 * <p>A blocked read is ended by an interrupt. The interrupt is sent only while the request thread is inside a read. Its
 * flag is cleared before the thread continues, so that no other code sees it.
 */
final class BodyWait {

    /** One read of the body, which may block. */
    @FunctionalInterface
    interface Read<T> {
        T run() throws IOException;
    }

    /** A body that arrives faster than this many bytes a second may take longer than the usual limit. */
    private static final long LEAST_PACE = 16 * 1024;

    private static final long SECOND = 1_000_000_000;

    private final long began;
    private volatile long received;
    private Thread reader;
    private boolean ended;

    /** @param began by the monotonic clock */
    BodyWait(long began) {
        this.began = began;
    }

    void received(long bytes) {
        received += bytes;
    }

    boolean isOverdue(long now, Duration longest) {
        return now - began > longest.toNanos() + received * SECOND / LEAST_PACE;
    }

    /** @throws SlowBody if this wait has been ended, or is ended during the read */
    <T> T during(Read<T> read) throws IOException {
        enter();
        try {
            return read.run();
        } finally {
            leave();
            refuseEnded();
        }
    }

    private synchronized void enter() throws SlowBody {
        refuseEnded();
        reader = Thread.currentThread();
    }

    private synchronized void leave() {
        reader = null;
        if (ended) {
            Thread.interrupted();
        }
    }

    private synchronized void refuseEnded() throws SlowBody {
        if (ended) {
            throw new SlowBody();
        }
    }

    synchronized void end() {
        ended = true;
        if (reader != null) {
            reader.interrupt();
        }
    }
}
