package org.stampwright.postage.purge;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Deletes every hour, on one instance at a time and page by page, the rows that have become too old. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class PurgeJob {

    private static final System.Logger LOG = System.getLogger(PurgeJob.class.getName());

    @Inject
    private Purges purges;

    @Schedule(hour = "*", minute = "17", persistent = false)
    public void run() {
        for (OldRows rows : OldRows.values()) {
            try {
                purge(rows);
            } catch (RuntimeException fault) {
                LOG.log(Level.ERROR, "old rows stay until the next hour: " + rows, fault);
            }
        }
    }

    /** A page that is not full is the last. */
    private void purge(OldRows rows) {
        int gone = Purges.PAGE;
        while (gone == Purges.PAGE && purges.isMine()) {
            gone = purges.page(rows);
        }
    }
}
