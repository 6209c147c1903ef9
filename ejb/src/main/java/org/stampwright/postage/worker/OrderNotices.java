package org.stampwright.postage.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.stampwright.postage.batch.WorkerThreads;
import org.stampwright.postage.server.Candidate;
import org.stampwright.postage.server.NodeAct;
import org.stampwright.postage.server.NodeClient;
import org.stampwright.postage.server.ServerSystems;
import org.stampwright.postage.server.ThisInstance;

/**
 * Tells the drivers of orders that their franking has ended, and lets drivers of this instance wait for that. A notice
 * is a hint to read the row: one that is lost only delays the order.
 */
@ApplicationScoped
public class OrderNotices {

    private static final Logger LOG = System.getLogger(OrderNotices.class.getName());

    private static final int NO_CONTENT = 204;

    private final ConcurrentMap<UUID, CountDownLatch> expected = new ConcurrentHashMap<>();

    @Inject
    WorkerThreads executor;

    @Inject
    NodeClient client;

    @Inject
    ServerSystems systems;

    @Inject
    ThisInstance instance;

    /** One driver's wait for one order; it begins before the order is handed over. */
    public final class Wait implements AutoCloseable {
        private final UUID order;
        private final CountDownLatch arrived = new CountDownLatch(1);

        private Wait(UUID order) {
            this.order = order;
            expected.put(order, arrived);
        }

        /** Waits at most this long for a notice. */
        public void await(Duration atMost) {
            try {
                arrived.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            expected.remove(order, arrived);
        }
    }

    /** Begins to wait for a notice about this order. */
    public Wait expect(UUID order) {
        return new Wait(order);
    }

    /** Takes notices that arrived here. */
    public void arrived(Collection<UUID> orders) {
        orders.forEach(order -> {
            CountDownLatch waiting = expected.get(order);
            if (waiting != null) {
                waiting.countDown();
            }
        });
    }

    /**
     * Tells the driver of these orders.
     *
     * @param driver the server system that advances them, or 0 for none
     */
    void tell(long driver, List<UUID> orders) {
        arrived(orders);
        if (driver == 0 || instance.isRegistered() && driver == instance.id()) {
            return;
        }
        try {
            executor.execute(() -> send(driver, orders));
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.DEBUG, "no notice is sent while this instance stops", stopping);
        }
    }

    private void send(long driver, List<UUID> orders) {
        try {
            Candidate to = systems.living(driver).orElse(null);
            for (int from = 0; to != null && from < orders.size(); from += NodeClient.MOST_ORDERS) {
                int end = Math.min(orders.size(), from + NodeClient.MOST_ORDERS);
                int status = client.send(to, NodeAct.LOOK, new HashSet<>(orders.subList(from, end)))
                        .statusCode();
                if (status != NO_CONTENT) {
                    LOG.log(Level.WARNING, "{0} answered a notice with HTTP {1}", to.name(), status);
                }
            }
        } catch (IOException | IllegalArgumentException noAnswer) {
            LOG.log(Level.INFO, "Server system {0} was not told of {1} orders: {2}", driver, orders.size(), noAnswer);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
