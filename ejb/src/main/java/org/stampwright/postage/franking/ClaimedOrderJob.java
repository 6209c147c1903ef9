package org.stampwright.postage.franking;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.postage.worker.OwnedPsds;

/**
 * Queues orders that are claimed for this instance and not in flight here: their hand-over was lost, or this instance
 * has restarted. It pages through all of them every second. A run throws no exception, since the server would end the
 * schedule.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ClaimedOrderJob {

    private static final Logger LOG = System.getLogger(ClaimedOrderJob.class.getName());

    private final AtomicBoolean atIt = new AtomicBoolean();

    @Inject
    HandOverIntake intake;

    @Inject
    ClaimedOrders claimed;

    @Inject
    OwnedPsds psds;

    @Inject
    ThisInstance instance;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "claimed orders")
    public void run() {
        if (!instance.isRegistered() || !psds.isReady() || !atIt.compareAndSet(false, true)) {
            return;
        }
        try {
            queueAll();
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Claimed orders will be retried", fault);
        } finally {
            atIt.set(false);
        }
    }

    private void queueAll() {
        List<ClaimedOrders.Claimed> page = claimed.claimedBy(instance.id(), ClaimedOrders.Claimed.NONE);
        while (!page.isEmpty()) {
            intake.take(page.stream().map(ClaimedOrders.Claimed::order).toList());
            page = claimed.claimedBy(instance.id(), page.get(page.size() - 1));
        }
    }
}
