package org.stampwright.postage.auditing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stampwright.audit.Finding;

/**
 * The findings of the newest audit. An aborted run counts as a finding itself, listed before the findings of the last
 * complete run, since a missing audit is no proof that an earlier finding was fixed.
 *
 * @param finishedAt null if there was no run yet
 * @param abortedBecause null if the newest run was complete
 */
public record LatestFindings(Instant finishedAt, String abortedBecause, List<Finding> findings) {

    public LatestFindings {
        findings = List.copyOf(findings);
    }

    static LatestFindings none() {
        return new LatestFindings(null, null, List.of());
    }

    static LatestFindings of(Instant finishedAt, String abortedBecause, List<Finding> found) {
        List<Finding> findings = new ArrayList<>(found);
        if (abortedBecause != null) {
            findings.add(0, new Finding("audit", "the newest run", "was aborted: " + abortedBecause));
        }
        return new LatestFindings(finishedAt, abortedBecause, findings);
    }
}
