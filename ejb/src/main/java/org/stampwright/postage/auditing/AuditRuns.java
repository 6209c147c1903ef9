package org.stampwright.postage.auditing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.audit.Finding;
import org.stampwright.postage.server.JobLeases;
import org.stampwright.postage.server.ThisInstance;

/**
 * Decides which instance audits next, and stores the findings. The lease {@code audit} is held during a run and the
 * rest after it, so that all instances together audit no more often than one alone would.
 */
@Stateless
public class AuditRuns {

    private static final String NAME = "audit";
    /** After this time the instance that began is considered dead. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int RESTS_FOR = 20;

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    @Inject
    private JobLeases leases;

    @Inject
    private ThisInstance instance;

    @Inject
    private Clock clock;

    /** Begins a run; empty while another run is in progress, or during the rest after one. */
    public Optional<AuditRun> begin() {
        AuditRun turn = new AuditRun(instance.name() + " " + UUID.randomUUID(), clock.instant());
        return leases.take(NAME, turn.holder(), LONGEST) ? Optional.of(turn) : Optional.empty();
    }

    /** Stores a finished run, also one without findings; the next waits for twenty times as long as this one took. */
    public void finished(AuditRun turn, List<Finding> findings) {
        long run = record(turn, null);
        int place = 0;
        for (Finding finding : findings) {
            entities.createNativeQuery("insert into audit_finding (run_id, place, invariant, subject, detail)"
                            + " values (?1, ?2, ?3, ?4, ?5)")
                    .setParameter(1, run)
                    .setParameter(2, place++)
                    .setParameter(3, finding.invariant())
                    .setParameter(4, finding.subject())
                    .setParameter(5, finding.detail())
                    .executeUpdate();
        }
        Duration took = Duration.between(turn.started(), clock.instant());
        leases.take(NAME, turn.holder(), took.multipliedBy(RESTS_FOR));
    }

    /** Stores an aborted run; the next begins with the next minute. */
    public void aborted(AuditRun turn, String because) {
        record(turn, because);
        leases.take(NAME, turn.holder(), Duration.ZERO);
    }

    private long record(AuditRun turn, String abortedBecause) {
        return ((Number) entities.createNativeQuery("insert into audit_run (started_at, aborted_because)"
                                + " values (?1, cast(?2 as text)) returning id")
                        .setParameter(1, Timestamp.from(turn.started()))
                        .setParameter(2, abortedBecause)
                        .getSingleResult())
                .longValue();
    }
}
