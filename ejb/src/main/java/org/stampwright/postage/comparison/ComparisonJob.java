package org.stampwright.postage.comparison;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stampwright.postage.server.ThisInstance;

/**
 * Compares the heads when this instance starts, after an answer of the authority that did not match, and every ten
 * seconds on one instance at a time. A run throws no exception, since the server would end the schedule.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ComparisonJob {

    private static final Logger LOG = System.getLogger(ComparisonJob.class.getName());

    private final AtomicBoolean isRunning = new AtomicBoolean();

    @Inject
    HeadComparison comparison;

    @Inject
    Differences differences;

    @Inject
    ThisInstance instance;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "the authority's heads")
    public void run() {
        if (!instance.isRegistered() || !isRunning.compareAndSet(false, true)) {
            return;
        }
        try {
            if (comparison.isDue() | differences.takesTurn()) {
                comparison.run();
            }
            comparison.looked();
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "The authority's heads will be compared again", fault);
        } finally {
            isRunning.set(false);
        }
    }
}
