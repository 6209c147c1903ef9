package org.stampwright.postage.workflow;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.stampwright.postage.server.JobLeases;
import org.stampwright.postage.server.ThisInstance;

/**
 * The recovery job. Every five seconds, on one instance at a time (lease row {@code sweep}), it advances unfinished
 * orders that no other caller advances: orders whose request, webhook or instance died, and orders that wait. At most
 * eight run at once; an order still in flight at the next run is not started again. A run throws no exception, since
 * the server would end the schedule.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class OrderRecoveryJob {

    private static final System.Logger LOG = System.getLogger(OrderRecoveryJob.class.getName());
    private static final String NAME = "sweep";
    private static final Duration TURN = Duration.ofSeconds(15);
    private static final int AT_ONCE = 8;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private OrderLeases orderLeases;

    @Inject
    private JobLeases leases;

    @Inject
    private OrderProgress progress;

    @Inject
    private ThisInstance instance;

    private final AtomicInteger underWay = new AtomicInteger();

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void run() {
        try {
            beginResting();
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "order recovery will be retried in its next run", fault);
        }
    }

    private void beginResting() {
        int free = AT_ONCE - underWay.get();
        if (free <= 0 || !leases.take(NAME, instance.name(), TURN)) {
            return;
        }
        List<UUID> orders = orderLeases.resting(free);
        orders.forEach(this::begin);
    }

    private void begin(UUID order) {
        underWay.incrementAndGet();
        executor.execute(() -> {
            try {
                progress.advance(order);
            } catch (RuntimeException fault) {
                LOG.log(System.Logger.Level.ERROR, "order " + order + " could not be advanced", fault);
            } finally {
                underWay.decrementAndGet();
            }
        });
    }
}
