package org.stampwright.postage.auditing;

import java.io.Serializable;
import java.time.Instant;

/**
 * One run of the auditor.
 *
 * @param holder of the lease, unique per turn, so that even the same instance cannot begin before the lease ends
 */
public record AuditRun(AuditKind kind, String holder, Instant started) implements Serializable {}
