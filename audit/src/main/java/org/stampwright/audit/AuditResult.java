package org.stampwright.audit;

import java.util.List;

/**
 * What an audit found.
 *
 * @param findings every violation; empty if all invariants hold
 * @param next     where the next audit may begin to read
 */
public record AuditResult(List<Finding> findings, Checkpoint next) {

    public AuditResult {
        findings = List.copyOf(findings);
    }
}
