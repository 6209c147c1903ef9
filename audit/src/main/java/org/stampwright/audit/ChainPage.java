package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of a PSD's stored entries and pieces, both in ascending order.
 *
 * @param isLast whether no entry follows that the audit reads; then all further pieces are on this page
 */
record ChainPage(List<Entry> entries, List<PieceRow> pieces, boolean isLast) {

    private static final int MOST_ENTRIES = 500;
    private static final int MOST_PIECES = 5_000;

    private static final String ENTRIES =
            """
            select e.number, e.entry, e.seal, e.piece_count, r.receipt
              from ledger_entry e left join psd_receipt r on r.psd = e.psd and r.entry_number = e.number
             where e.psd = ? and e.number > ? and e.number <= ? order by e.number limit ?""";

    private static final String PIECES =
            """
            select psd, piece_count, entry_number, order_id, attempt, line, sheet, position, value, content
              from indicium_content where psd = ? and piece_count > ? and piece_count <= ? order by piece_count""";

    /**
     * A row of the ledger.
     *
     * @param pieceCount the column of that name
     * @param receipt    for this entry, or null
     */
    record Entry(long number, byte[] bytes, byte[] seal, long pieceCount, byte[] receipt) {}

    /** Reads the entries after this number and the pieces after this count. */
    static ChainPage after(long number, long pieceCount, PsdRow psd, Connection snapshot) throws SQLException {
        List<Entry> entries = entries(number, pieceCount, psd, snapshot);
        boolean isLast = entries.isEmpty() || entries.get(entries.size() - 1).number() >= psd.entryNumber();
        long upTo = isLast
                ? psd.lastPiece()
                : Math.min(psd.lastPiece(), entries.get(entries.size() - 1).pieceCount());
        return new ChainPage(entries, pieces(pieceCount, upTo, psd, snapshot), isLast);
    }

    private static List<Entry> entries(long number, long pieceCount, PsdRow psd, Connection snapshot)
            throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement query = snapshot.prepareStatement(ENTRIES)) {
            query.setLong(1, psd.serial());
            query.setLong(2, number);
            query.setLong(3, psd.entryNumber());
            query.setInt(4, MOST_ENTRIES);
            try (ResultSet row = query.executeQuery()) {
                long last = pieceCount;
                while (last - pieceCount < MOST_PIECES && row.next()) {
                    entries.add(entry(row));
                    last = row.getLong("piece_count");
                }
            }
        }
        return entries;
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("number"),
                row.getBytes("entry"),
                row.getBytes("seal"),
                row.getLong("piece_count"),
                row.getBytes("receipt"));
    }

    private static List<PieceRow> pieces(long after, long upTo, PsdRow psd, Connection snapshot) throws SQLException {
        List<PieceRow> pieces = new ArrayList<>();
        try (PreparedStatement query = snapshot.prepareStatement(PIECES)) {
            query.setLong(1, psd.serial());
            query.setLong(2, after);
            query.setLong(3, upTo);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    pieces.add(PieceRow.read(row));
                }
            }
        }
        return pieces;
    }
}
