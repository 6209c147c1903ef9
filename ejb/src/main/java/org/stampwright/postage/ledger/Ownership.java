package org.stampwright.postage.ledger;

import org.stampwright.indicium.ledger.LedgerEntry;

/**
 * One server system's ownership of one PSD, from its taking on. What is written in its name hits nothing once somebody
 * else has taken the PSD: whoever lost it may not know that yet.
 */
public record Ownership(long psd, long owner, long epoch) {

    public static Ownership saidBy(LedgerEntry entry) {
        return new Ownership(entry.psd().value(), entry.owner(), entry.epoch());
    }
}
