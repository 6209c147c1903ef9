package org.stampwright.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that each repeat an act, the next as soon as the last has been answered. */
public final class ClosedLoop {

    private static final Duration LAST_ANSWER = Duration.ofSeconds(150);

    private ClosedLoop() {}

    /** What one client repeats; it has state of its own, such as the sheet that it buys on. */
    @FunctionalInterface
    public interface Act {

        /** Returns whether it succeeded. */
        boolean succeeds() throws IOException, InterruptedException;
    }

    /** Creates what a client repeats, by the client's number. */
    @FunctionalInterface
    public interface Acts {

        Act of(int client);
    }

    /** Runs until the time is up; each act that has begun is completed and counted. */
    public static Measured run(int clients, Duration time, Acts acts) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        return run(clients, time, acts, () -> System.nanoTime() < end);
    }

    /** Runs a number of acts, however long they take. */
    public static Measured times(int clients, int count, Duration limit, Acts acts)
            throws IOException, InterruptedException {
        AtomicInteger left = new AtomicInteger(count);
        return run(clients, limit, acts, () -> left.getAndDecrement() > 0);
    }

    @FunctionalInterface
    private interface Another {

        boolean mayBegin();
    }

    private static Measured run(int clients, Duration limit, Acts acts, Another another)
            throws IOException, InterruptedException {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        AtomicInteger failed = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            Act act = acts.of(client);
            running.add(pool.submit(() -> {
                while (another.mayBegin()) {
                    long began = System.nanoTime();
                    if (act.succeeds()) {
                        nanos.add(System.nanoTime() - began);
                    } else {
                        failed.incrementAndGet();
                    }
                }
                return null;
            }));
        }
        try {
            for (Future<?> one : running) {
                one.get(limit.plus(LAST_ANSWER).toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException ended) {
            throw new IOException("a client ended: " + ended, ended);
        } finally {
            pool.shutdownNow();
        }
        return Measured.of(nanos, failed.get(), System.nanoTime() - start);
    }
}
