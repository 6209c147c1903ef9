package org.stampwright.vendor.audit;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import org.stampwright.audit.Finding;

/** What the auditor found last. */
@Stateless
public class Findings {

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    /** The findings of the newest run; none and no moment if the auditor never ran. */
    public LatestFindings latest() {
        List<?> runs = entities.createNativeQuery("select id, finished_at from audit_run order by id desc limit 1")
                .getResultList();
        if (runs.isEmpty()) {
            return new LatestFindings(null, List.of());
        }
        Object[] run = (Object[]) runs.get(0);
        List<?> rows = entities.createNativeQuery("select invariant, subject, detail from audit_finding"
                + " where run_id = ?1 order by place").setParameter(1, run[0]).getResultList();
        return new LatestFindings(((Timestamp) run[1]).toInstant(), rows.stream().map(row -> (Object[]) row)
                .map(row -> new Finding((String) row[0], (String) row[1], (String) row[2])).toList());
    }
}
