package org.stampwright.vendor.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stampwright.audit.Finding;
import org.stampwright.vendor.order.Leases;
import org.stampwright.vendor.server.ThisInstance;

/** Whose turn it is to audit, and what was found. */
@Stateless
public class AuditWork {

    private static final String NAME = "audit";

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;
    @Inject
    private Leases leases;
    @Inject
    private ThisInstance instance;
    @Inject
    private Clock clock;

    public boolean isOurs(Duration turn) {
        return leases.take(NAME, instance.name(), turn);
    }

    public Clock clock() {
        return clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Keeps a finished run, also one that found nothing. */
    public void record(Instant started, List<Finding> findings) {
        Number run = (Number) entities.createNativeQuery("insert into audit_run (started_at) values (?1) returning id")
                .setParameter(1, Timestamp.from(started)).getSingleResult();
        int place = 0;
        for (Finding finding : findings) {
            entities.createNativeQuery("insert into audit_finding (run_id, place, invariant, subject, detail)"
                    + " values (?1, ?2, ?3, ?4, ?5)").setParameter(1, run.longValue()).setParameter(2, place++)
                    .setParameter(3, finding.invariant()).setParameter(4, finding.subject())
                    .setParameter(5, finding.detail()).executeUpdate();
        }
    }
}
