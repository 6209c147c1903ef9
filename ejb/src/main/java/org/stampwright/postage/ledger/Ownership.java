package org.stampwright.postage.ledger;

import org.stampwright.indicium.ledger.LedgerEntry;

/**
 * One server system's ownership of one PSD, in one epoch. Writes in its name change nothing once another server system
 * has taken the PSD over, since the former owner may not know that yet.
 */
public record Ownership(long psd, long owner, long epoch) {

    public static Ownership saidBy(LedgerEntry entry) {
        return new Ownership(entry.psd().value(), entry.owner(), entry.epoch());
    }
}
