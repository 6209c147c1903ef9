package org.stampwright.audit;

import java.util.Map;
import org.stampwright.indicium.ledger.LedgerEntry;

/**
 * What the stored entries of a PSD come to.
 *
 * @param last   the last that can be read, or null if there is none
 * @param hashes of each that can be read, in hex, by its number
 */
record Chain(LedgerEntry last, Map<Long, String> hashes) {

    boolean has(long number, String hash) {
        return hash.equals(hashes.get(number));
    }
}
