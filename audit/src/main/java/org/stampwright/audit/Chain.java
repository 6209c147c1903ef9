package org.stampwright.audit;

import org.stampwright.indicium.ledger.LedgerEntry;

/**
 * A PSD's entries after the checkpoint, walked to the end.
 *
 * @param last   the last readable entry, or null if there is none
 * @param value  the sum of the values of the pieces in mills, by their columns
 * @param pieces the number of the pieces
 */
record Chain(LedgerEntry last, long value, long pieces) {

    long lastNumber() {
        return last == null ? 0 : last.number();
    }
}
