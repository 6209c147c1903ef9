package org.stampwright.postage.auditing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.audit.Finding;

/**
 * The auditor's current findings: those of the newest recount and of all audits since. An audit does not look again at
 * what an earlier one has found, so only a recount without a finding removes it.
 */
@Stateless
public class Findings {

    private static final String NEWEST = "select max(finished_at) from audit_run where kind = 'audit'";
    private static final String ABORTED =
            "select kind, aborted_because from (select distinct on (kind) kind, aborted_because"
                    + " from audit_run order by kind, id desc) newest where aborted_because is not null order by kind";
    private static final String RECOUNT =
            "select id, read_at from audit_run where kind = 'recount' and aborted_because is null order by id desc"
                    + " limit 1";
    private static final String FOUND = "with recount as (" + RECOUNT + "), found as (select distinct on (f.invariant,"
            + " f.subject, f.detail) r.id, f.place, f.invariant, f.subject, f.detail from audit_run r"
            + " join audit_finding f on f.run_id = r.id where r.aborted_because is null"
            + " and (r.id = (select id from recount) or r.kind = 'audit'"
            + " and r.read_at >= coalesce((select read_at from recount), '-infinity'))"
            + " order by f.invariant, f.subject, f.detail, r.id desc)"
            + " select invariant, subject, detail from found order by id desc, place limit 200";
    private static final String NIGHTS_RECOUNT = "select exists (select from audit_run where kind = 'recount'"
            + " and aborted_because is null and read_at >= (date_trunc('day', now() at time zone 'UTC'"
            + " - interval '3 hours') + interval '3 hours') at time zone 'UTC')";

    private record Aborted(String kind, String because) {

        Finding finding() {
            return new Finding("audit", "the newest " + kind, "was aborted: " + because);
        }
    }

    @Inject
    Jdbi jdbi;

    @Inject
    AuditLateness lateness;

    /**
     * Returns when the newest run ended, and what is found, beginning with what keeps the auditor from finding more.
     */
    public LatestFindings latest() {
        List<Finding> late = lateness.findings();
        return jdbi.withHandle(handle -> {
            List<Aborted> aborted = aborted(handle);
            List<Finding> all = new ArrayList<>(late);
            aborted.forEach(run -> all.add(run.finding()));
            all.addAll(found(handle));
            String because = aborted.isEmpty() ? null : aborted.get(0).because();
            return new LatestFindings(finishedAt(handle), because, !late.isEmpty(), all);
        });
    }

    private static Instant finishedAt(Handle handle) {
        return handle.createQuery(NEWEST).mapTo(Instant.class).findOne().orElse(null);
    }

    /** Returns whether a recount is due: the night's, from 3 hours UTC on, or one more because there are findings. */
    public boolean callForRecount() {
        return jdbi.withHandle(handle ->
                !handle.createQuery(NIGHTS_RECOUNT).mapTo(Boolean.class).one()
                        || !found(handle).isEmpty());
    }

    private static List<Aborted> aborted(Handle handle) {
        return handle.createQuery(ABORTED)
                .map((run, context) -> new Aborted(run.getString("kind"), run.getString("aborted_because")))
                .list();
    }

    private static List<Finding> found(Handle handle) {
        return handle.createQuery(FOUND)
                .map((row, context) ->
                        new Finding(row.getString("invariant"), row.getString("subject"), row.getString("detail")))
                .list();
    }
}
