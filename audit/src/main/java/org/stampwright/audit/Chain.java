package org.stampwright.audit;

import java.util.Map;
import org.stampwright.indicium.ledger.LedgerEntry;

/**
 * The stored entries of a PSD.
 *
 * @param last   the last readable entry, or null if there is none
 * @param hashes of each readable entry, in hex, by its number
 */
record Chain(LedgerEntry last, Map<Long, String> hashes) {

    boolean has(long number, String hash) {
        return hash.equals(hashes.get(number));
    }
}
