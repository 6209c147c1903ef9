package org.stampwright.postage.account;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Removes the buckets that have leaked, so that the table holds only those who tried something lately. */
@Singleton
public class AllowancePurgeJob {

    private static final System.Logger LOG = System.getLogger(AllowancePurgeJob.class.getName());

    @Inject
    private Allowances allowances;

    @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
    public void run() {
        try {
            allowances.purge();
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.WARNING, "allowances are purged in the next run", fault);
        }
    }
}
