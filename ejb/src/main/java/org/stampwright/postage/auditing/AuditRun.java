package org.stampwright.postage.auditing;

import java.io.Serializable;
import java.time.Instant;

/**
 * One run of the auditor.
 *
 * @param holder of the lease; another one for each turn, so that not even the same instance begins before it ends
 */
public record AuditRun(String holder, Instant started) implements Serializable {}
