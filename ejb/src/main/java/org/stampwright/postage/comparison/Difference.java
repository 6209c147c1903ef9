package org.stampwright.postage.comparison;

import java.time.Instant;
import org.stampwright.indicium.Money;

/**
 * A PSD of which the authority knows more than this vendor's database did when it was noticed.
 *
 * @param authorityEntry the newest entry that the authority has
 * @param authorityGranted the funds that it granted
 * @param ourEntry the newest entry of the database, or null if it does not know the PSD
 * @param ourFunds what the database had of those funds, credited or asked for
 * @param noticedBy the instance that compared
 */
public record Difference(
        long id,
        long psd,
        long authorityEntry,
        Money authorityGranted,
        Long ourEntry,
        Money ourFunds,
        String noticedBy,
        Instant noticedAt) {}
