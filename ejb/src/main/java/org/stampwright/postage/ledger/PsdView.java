package org.stampwright.postage.ledger;

import org.stampwright.indicium.Money;

/**
 * One PSD as the operator sees it.
 *
 * @param owner name of the server system that owns it
 * @param leaseHolds whether that ownership holds now, by the database's clock
 * @param receiptedEntry the newest entry that the authority has given a receipt for, 0 if none
 */
public record PsdView(
        long serial,
        String state,
        String suspendedBecause,
        String owner,
        long epoch,
        boolean leaseHolds,
        Money ascending,
        Money descending,
        Money fundsAdded,
        Money fundsWithdrawn,
        long pieceCount,
        long entryNumber,
        long receiptedEntry) {}
