package org.stampwright.postage.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.stampwright.postage.batch.WorkerThreads;

/**
 * Advances the orders of requests on other threads, so that a request is answered in time whatever the outside does. A
 * request reserves room before it places an order; without room nothing is placed. An order whose request no longer
 * waits is advanced further all the same.
 */
@ApplicationScoped
public class OrderDrivers {

    private static final System.Logger LOG = System.getLogger(OrderDrivers.class.getName());
    private static final int MOST = 160;

    private final Semaphore room = new Semaphore(MOST);

    @Inject
    WorkerThreads threads;

    @Inject
    OrderProgress progress;

    /** Room for one order. */
    public final class Room implements AutoCloseable {
        private boolean inUse = true;

        private Room() {}

        /** Advances the order until it is settled or waits for the consumer; returns after at most this long. */
        public void advance(UUID order, Duration atMost) {
            CountDownLatch end = new CountDownLatch(1);
            try {
                threads.execute(() -> drive(order, atMost, end));
                inUse = false;
            } catch (RejectedExecutionException busy) {
                LOG.log(System.Logger.Level.WARNING, "order " + order + " is left to order recovery", busy);
                return;
            }
            try {
                end.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            if (inUse) {
                room.release();
            }
        }
    }

    /** Reserves room for one order; null if this instance advances its maximum already. */
    public Room reserve() {
        return room.tryAcquire() ? new Room() : null;
    }

    private void drive(UUID order, Duration atMost, CountDownLatch end) {
        try {
            progress.advanceUntilSettled(order, atMost);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "order " + order + " is left to order recovery", fault);
        } finally {
            room.release();
            end.countDown();
        }
    }
}
