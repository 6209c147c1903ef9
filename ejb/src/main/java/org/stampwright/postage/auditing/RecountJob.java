package org.stampwright.postage.auditing;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/**
 * Recounts every row each night, on one instance at a time. It finds what the audits of the minutes leave out: an old
 * row that was changed. While there are findings it recounts again after each rest, so that a finding that was dealt
 * with disappears.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RecountJob {

    private static final System.Logger LOG = System.getLogger(RecountJob.class.getName());

    @Inject
    private InstanceAuditor auditor;

    @Inject
    private Findings findings;

    @Schedule(hour = "*", minute = "*", second = "45", persistent = false)
    public void run() {
        try {
            if (findings.callForRecount()) {
                auditor.run(AuditKind.RECOUNT);
            }
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "whether a recount is due is unknown", fault);
        }
    }
}
