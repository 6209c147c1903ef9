package org.stampwright.vendor.audit;

import java.time.Instant;
import java.util.List;
import org.stampwright.audit.Finding;

/**
 * What the newest finished audit found.
 *
 * @param finishedAt null if there was none yet
 */
public record LatestFindings(Instant finishedAt, List<Finding> findings) {

    public LatestFindings {
        findings = List.copyOf(findings);
    }
}
