package org.stampwright.postage.ledger;

import org.stampwright.indicium.Money;

/**
 * One PSD as the operator sees it.
 *
 * @param owner name of the owning server system
 * @param leaseHolds whether the owner's lease is valid now, by the database's clock
 * @param receiptedEntry the newest entry with a receipt of the authority, 0 if none
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
