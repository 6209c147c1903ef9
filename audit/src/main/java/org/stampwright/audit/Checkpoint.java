package org.stampwright.audit;

import java.time.Instant;
import java.util.Map;

/**
 * Where an audit begins to read: what an earlier audit has read before it. It only says which rows are new. The
 * registers that the audit starts from are those of the entries themselves, which the authority's receipts attest.
 *
 * @param watermark every transaction below it had ended when that audit began ({@code pg_snapshot_xmin})
 * @param at        when that audit began, by the database's clock
 * @param receipted number of the newest receipted entry of each PSD, by the PSD's serial number
 */
public record Checkpoint(long watermark, Instant at, Map<Long, Long> receipted) {

    public Checkpoint {
        receipted = Map.copyOf(receipted);
    }

    /** Returns the newest receipted entry of the PSD, or 0 if there was none. */
    long entryOf(long psd) {
        return receipted.getOrDefault(psd, 0L);
    }
}
