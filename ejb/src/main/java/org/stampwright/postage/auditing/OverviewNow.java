package org.stampwright.postage.auditing;

import org.stampwright.indicium.Money;

/**
 * How the vendor stands at this moment.
 *
 * @param accountAtAuthority what the authority holds for PSDs to download, or null if it did not answer
 * @param fundsInPsds descending registers of all PSDs together
 * @param psds how many there are
 * @param heldOnCards held now and not captured
 * @param capturedToday captured for orders finished since midnight UTC
 * @param unfinishedOrders placed and not at an end
 * @param findings what the auditor found last
 */
public record OverviewNow(
        Money accountAtAuthority,
        Money fundsInPsds,
        int psds,
        Money heldOnCards,
        Money capturedToday,
        int unfinishedOrders,
        LatestFindings findings) {}
