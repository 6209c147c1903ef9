package org.stampwright.postage.auditing;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import org.stampwright.audit.Finding;

/** The auditor's latest findings. */
@Stateless
public class Findings {

    private static final String NEWEST = "select finished_at, aborted_because from audit_run order by id desc limit 1";
    private static final String FOUND = "select f.invariant, f.subject, f.detail from audit_finding f where f.run_id ="
            + " (select max(id) from audit_run where aborted_because is null) order by f.place";

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    /** Returns how the newest run ended, and the findings of the newest run that was not aborted. */
    public LatestFindings latest() {
        List<?> runs = entities.createNativeQuery(NEWEST).getResultList();
        if (runs.isEmpty()) {
            return LatestFindings.none();
        }
        Object[] run = (Object[]) runs.get(0);
        List<?> rows = entities.createNativeQuery(FOUND).getResultList();
        return LatestFindings.of(
                ((Timestamp) run[0]).toInstant(),
                (String) run[1],
                rows.stream().map(row -> finding((Object[]) row)).toList());
    }

    private static Finding finding(Object[] row) {
        return new Finding((String) row[0], (String) row[1], (String) row[2]);
    }
}
