package org.stampwright.postage.auditing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
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
    private static final String RUN =
            "insert into audit_run (started_at, aborted_because) values (:started, :because) returning id";
    private static final String FINDING = "insert into audit_finding (run_id, place, invariant, subject, detail)"
            + " values (:run, :place, :invariant, :subject, :detail)";

    @Inject
    Jdbi jdbi;

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
        record(run, findings);
        Duration took = Duration.between(turn.started(), clock.instant());
        leases.take(NAME, turn.holder(), took.multipliedBy(RESTS_FOR));
    }

    /** Stores an aborted run; the next begins with the next minute. */
    public void aborted(AuditRun turn, String because) {
        record(turn, because);
        leases.take(NAME, turn.holder(), Duration.ZERO);
    }

    private long record(AuditRun turn, String abortedBecause) {
        return jdbi.withHandle(handle -> handle.createQuery(RUN)
                .bind("started", turn.started())
                .bind("because", abortedBecause)
                .mapTo(Long.class)
                .one());
    }

    private void record(long run, List<Finding> findings) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(FINDING);
            for (Finding finding : findings) {
                batch.bind("run", run)
                        .bind("place", batch.size())
                        .bind("invariant", finding.invariant())
                        .bind("subject", finding.subject())
                        .bind("detail", finding.detail())
                        .add();
            }
            batch.execute();
        });
    }
}
