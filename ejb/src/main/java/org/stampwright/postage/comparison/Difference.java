package org.stampwright.postage.comparison;

import java.time.Instant;
import org.stampwright.indicium.Money;

/**
 * A PSD on which the authority was ahead of this vendor's database when the difference was noticed.
 *
 * @param authorityEntry the authority's newest entry
 * @param authorityGranted the funds that the authority granted
 * @param ourEntry the database's newest entry, or null if the PSD is missing there
 * @param ourFunds the funds that the database had, credited or requested
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
