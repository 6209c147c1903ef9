package org.stampwright.postage.auditing;

import java.time.Instant;
import java.util.List;
import org.stampwright.audit.Finding;

/**
 * What the auditor finds now. An audit that is late and a run that was aborted are findings themselves, listed first,
 * since a missing audit is no proof that an earlier finding was fixed.
 *
 * @param finishedAt     when the newest audit ended; null if there was none yet
 * @param abortedBecause null if the newest audit and the newest recount were complete
 * @param late           whether no audit, or no recount, has finished for too long
 */
public record LatestFindings(Instant finishedAt, String abortedBecause, boolean late, List<Finding> findings) {

    public LatestFindings {
        findings = List.copyOf(findings);
    }
}
