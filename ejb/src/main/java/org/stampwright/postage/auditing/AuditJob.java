package org.stampwright.postage.auditing;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Audits every minute, on one instance at a time, what is new since the audit before. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditJob {

    private static final System.Logger LOG = System.getLogger(AuditJob.class.getName());

    @Inject
    private InstanceAuditor auditor;

    @Inject
    private AuditLateness lateness;

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    public void run() {
        auditor.run(AuditKind.AUDIT);
        try {
            lateness.findings().forEach(late -> LOG.log(Level.ERROR, "{0}", late));
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "whether the audit is late is unknown", fault);
        }
    }
}
