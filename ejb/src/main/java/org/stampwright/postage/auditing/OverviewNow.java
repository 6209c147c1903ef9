package org.stampwright.postage.auditing;

import org.stampwright.indicium.Money;

/**
 * The vendor's current figures.
 *
 * @param accountAtAuthority the funds at the authority that PSDs may download, or null if it did not answer
 * @param fundsInPsds the sum of all PSDs' descending registers
 * @param psds the number of PSDs
 * @param heldOnCards the sum held now and not captured
 * @param capturedToday the sum captured for orders finished since midnight UTC
 * @param unfinishedOrders the number of orders placed and not settled
 * @param findings the auditor's latest findings
 */
public record OverviewNow(
        Money accountAtAuthority,
        Money fundsInPsds,
        int psds,
        Money heldOnCards,
        Money capturedToday,
        int unfinishedOrders,
        LatestFindings findings) {}
