package org.stampwright.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.PsdState;

/**
 * A PSD's row, with the ends of its chain in the same snapshot.
 *
 * @param lastStored    the highest number of a stored entry, or 0
 * @param lastPiece     the highest piece count of a stored content, or 0
 * @param newestReceipt the highest entry number of a stored receipt, or 0
 * @param credited      the sum of the downloads that were credited after the checkpoint's entry
 */
record PsdRow(
        long serial,
        String state,
        String suspendedBecause,
        long owner,
        long epoch,
        long ascending,
        long descending,
        long fundsAdded,
        long fundsWithdrawn,
        long pieceCount,
        long entryNumber,
        String head,
        long maximumDescending,
        long maximumPostage,
        long receiptedEntry,
        long lastStored,
        long lastPiece,
        long newestReceipt,
        long credited) {

    private static final String ALL =
            """
            select p.*,
                   (select coalesce(max(number), 0) from ledger_entry e where e.psd = p.serial) as last_stored,
                   (select coalesce(max(piece_count), 0) from indicium_content c where c.psd = p.serial) as last_piece,
                   (select coalesce(max(entry_number), 0) from psd_receipt r where r.psd = p.serial) as newest_receipt,
                   (select coalesce(sum(amount), 0) from funding f where f.psd = p.serial and f.state = 'credited'
                       and f.entry_number > coalesce(k.entry_number, 0)) as credited
              from psd p left join unnest(?::bigint[], ?::bigint[]) as k (serial, entry_number) using (serial)
             order by p.serial""";

    /** @param checkpoints the newest receipted entry by PSD; none is 0 */
    static List<PsdRow> all(Connection snapshot, Map<Long, Long> checkpoints) throws SQLException {
        Long[] serials = checkpoints.keySet().toArray(Long[]::new);
        Long[] entries = new Long[serials.length];
        for (int i = 0; i < serials.length; i++) {
            entries[i] = checkpoints.get(serials[i]);
        }
        Array psds = snapshot.createArrayOf("int8", serials);
        Array numbers = snapshot.createArrayOf("int8", entries);
        List<PsdRow> rows = new ArrayList<>();
        try (PreparedStatement query = snapshot.prepareStatement(ALL)) {
            query.setArray(1, psds);
            query.setArray(2, numbers);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
        }
        return rows;
    }

    private static PsdRow read(ResultSet row) throws SQLException {
        return new PsdRow(
                row.getLong("serial"),
                row.getString("state"),
                row.getString("suspended_because"),
                row.getLong("owner_id"),
                row.getLong("epoch"),
                row.getLong("ascending"),
                row.getLong("descending"),
                row.getLong("funds_added"),
                row.getLong("funds_withdrawn"),
                row.getLong("piece_count"),
                row.getLong("entry_number"),
                AuthorityRecords.hex(row.getBytes("head")),
                row.getLong("maximum_descending"),
                row.getLong("maximum_postage"),
                row.getLong("receipted_entry"),
                row.getLong("last_stored"),
                row.getLong("last_piece"),
                row.getLong("newest_receipt"),
                row.getLong("credited"));
    }

    /** Returns whether the row is what this entry, its last, says. */
    boolean isThatOf(LedgerEntry last) {
        return last.number() == entryNumber
                && last.number() == lastStored
                && AuthorityRecords.hex(last.hash()).equals(head)
                && last.registers().ascending().mills() == ascending
                && last.registers().descending().mills() == descending
                && last.fundsAdded().mills() == fundsAdded
                && last.fundsWithdrawn().mills() == fundsWithdrawn
                && last.maximumDescending().mills() == maximumDescending
                && last.maximumPostage().mills() == maximumPostage
                && last.pieceCount() == pieceCount
                && last.owner() == owner
                && last.epoch() == epoch
                && isStateOf(last);
    }

    /**
     * Compares the states. An alarm suspends the row at once and writes no entry, because the chain itself may be
     * damaged.
     */
    private boolean isStateOf(LedgerEntry last) {
        return state.equals(last.state().name().toLowerCase(Locale.ROOT))
                || state.equals("suspended") && last.state() == PsdState.ACTIVE;
    }
}
