package org.stampwright.postage.auditing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stampwright.audit.Finding;

/**
 * What the newest audit found. One that was aborted is a finding itself, the first, before what the last whole one found:
 * silence is no proof that anything was put right.
 *
 * @param finishedAt     null if there was none yet
 * @param abortedBecause null if the newest ran to its end
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
