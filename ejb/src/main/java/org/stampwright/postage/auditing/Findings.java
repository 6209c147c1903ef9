package org.stampwright.postage.auditing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.audit.Finding;

/** The auditor's latest findings. */
@Stateless
public class Findings {

    private static final String NEWEST = "select finished_at, aborted_because from audit_run order by id desc limit 1";
    private static final String FOUND = "select f.invariant, f.subject, f.detail from audit_finding f where f.run_id ="
            + " (select max(id) from audit_run where aborted_because is null) order by f.place";

    @Inject
    Jdbi jdbi;

    /** Returns how the newest run ended, and the findings of the newest run that was not aborted. */
    public LatestFindings latest() {
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST)
                .map((run, context) -> LatestFindings.of(
                        run.getTimestamp("finished_at").toInstant(), run.getString("aborted_because"), found(handle)))
                .findFirst()
                .orElseGet(LatestFindings::none));
    }

    private static List<Finding> found(Handle handle) {
        return handle.createQuery(FOUND)
                .map((row, context) ->
                        new Finding(row.getString("invariant"), row.getString("subject"), row.getString("detail")))
                .list();
    }
}
