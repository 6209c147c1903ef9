package org.stampwright.postage.comparison;

import java.time.Instant;

/**
 * An operator's decision to resume selling although the authority is ahead of the database.
 *
 * @param differences the number of differences shown and confirmed
 */
public record Confirmation(long id, String operator, String reason, Instant confirmedAt, int differences) {}
