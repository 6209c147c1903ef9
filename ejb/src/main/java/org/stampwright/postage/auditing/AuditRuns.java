package org.stampwright.postage.auditing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.stampwright.audit.AuditResult;
import org.stampwright.audit.Checkpoint;
import org.stampwright.audit.Finding;
import org.stampwright.postage.server.JobLeases;
import org.stampwright.postage.server.ThisInstance;

/**
 * Decides which instance audits next, and stores the findings and the checkpoint. A lease of the kind's name is held
 * and renewed during a run, and held for the rest after it, so that all instances together audit no more often than one
 * alone would.
 */
@Stateless
public class AuditRuns {

    /** An instance that has not renewed its lease for this time is considered dead. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final int RESTS_FOR = 20;
    /** The audit of each minute rests for less, so that it is not late. */
    private static final Duration LONGEST_REST_OF_AUDIT = Duration.ofMinutes(3);

    private static final String ABORTED =
            "insert into audit_run (kind, started_at, aborted_because)" + " values (:kind, :started, :because)";
    private static final String FINISHED = "insert into audit_run (kind, started_at, read_at, watermark)"
            + " values (:kind, :started, :read, :watermark) returning id";
    private static final String FINDING = "insert into audit_finding (run_id, place, invariant, subject, detail)"
            + " values (:run, :place, :invariant, :subject, :detail)";
    private static final String RECEIPTED = "insert into audit_checkpoint values (:psd, :entry)"
            + " on conflict (psd) do update set entry_number = excluded.entry_number";
    private static final String NEWEST = "select read_at, watermark from audit_run"
            + " where kind = 'audit' and aborted_because is null order by id desc limit 1";

    @Inject
    Jdbi jdbi;

    @Inject
    private JobLeases leases;

    @Inject
    private ThisInstance instance;

    @Inject
    private Clock clock;

    /** Begins a run; empty while another run of the kind is in progress, or during the rest after one. */
    public Optional<AuditRun> begin(AuditKind kind) {
        AuditRun turn = new AuditRun(kind, instance.name() + " " + UUID.randomUUID(), clock.instant());
        return leases.take(kind.text(), turn.holder(), LEASE) ? Optional.of(turn) : Optional.empty();
    }

    /** Renews the lease of the run; false if another instance has taken it. */
    public boolean renew(AuditRun turn) {
        return leases.take(turn.kind().text(), turn.holder(), LEASE);
    }

    /** Returns where the next audit begins; empty before the first. */
    public Optional<Checkpoint> checkpoint() {
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST)
                .map((row, context) -> new Checkpoint(
                        row.getLong("watermark"), row.getTimestamp("read_at").toInstant(), receipted(handle)))
                .findFirst());
    }

    private static Map<Long, Long> receipted(Handle handle) {
        return handle
                .createQuery("select psd, entry_number from audit_checkpoint")
                .map((row, context) -> Map.entry(row.getLong("psd"), row.getLong("entry_number")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Stores a finished run, also one without findings; the next waits for twenty times as long as this one took. */
    public void finished(AuditRun turn, AuditResult result) {
        Checkpoint next = result.next();
        long run = jdbi.withHandle(handle -> handle.createQuery(FINISHED)
                .bind("kind", turn.kind().text())
                .bind("started", turn.started())
                .bind("read", next.at())
                .bind("watermark", next.watermark())
                .mapTo(Long.class)
                .one());
        record(run, result.findings());
        if (turn.kind() == AuditKind.AUDIT) {
            record(next.receipted());
        }
        leases.take(turn.kind().text(), turn.holder(), rest(turn));
    }

    private Duration rest(AuditRun turn) {
        Duration took = Duration.between(turn.started(), clock.instant());
        Duration rest = took.isNegative() ? Duration.ZERO : took.multipliedBy(RESTS_FOR);
        return turn.kind() == AuditKind.AUDIT && rest.compareTo(LONGEST_REST_OF_AUDIT) > 0
                ? LONGEST_REST_OF_AUDIT
                : rest;
    }

    /** Stores an aborted run; the next begins with the next minute. */
    public void aborted(AuditRun turn, String because) {
        jdbi.useHandle(handle -> handle.createUpdate(ABORTED)
                .bind("kind", turn.kind().text())
                .bind("started", turn.started())
                .bind("because", because)
                .execute());
        leases.take(turn.kind().text(), turn.holder(), Duration.ZERO);
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

    private void record(Map<Long, Long> receipted) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(RECEIPTED);
            receipted.forEach(
                    (psd, entry) -> batch.bind("psd", psd).bind("entry", entry).add());
            batch.execute();
        });
    }
}
