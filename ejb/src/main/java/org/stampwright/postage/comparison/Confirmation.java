package org.stampwright.postage.comparison;

import java.time.Instant;

/**
 * An operator's decision to sell again although the authority knows more than the database.
 *
 * @param differences how many were shown and are covered
 */
public record Confirmation(long id, String operator, String reason, Instant confirmedAt, int differences) {}
