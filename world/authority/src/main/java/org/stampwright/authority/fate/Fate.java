package org.stampwright.authority.fate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.authority.Transaction;
import org.stampwright.indicium.IndiciumContent;

/**
 * The fate of a piece: accepted or voided.
 *
 * @param desk that accepted it, or null if it was voided
 * @param scan by which that desk accepted it, or null
 */
public record Fate(boolean voided, String desk, String scan, Instant at) {

    /** Returns the piece's fate, if it has one. */
    public static Optional<Fate> of(Transaction tx, long psd, long pieceCount) throws SQLException {
        return tx.one("select * from piece_fate where psd = ? and piece_count = ?", Fate::read, psd, pieceCount);
    }

    /** Returns the acceptance of another piece of the same vendor for the same position of the same label. */
    public static Optional<Fate> ofLabel(Transaction tx, IndiciumContent content) throws SQLException {
        return tx.one(
                "select f.* from piece_fate f join psd p on p.vendor = f.vendor where p.psd = ? and f.label = ? "
                        + "and f.position = ? and f.fate = 'accepted' and (f.psd, f.piece_count) <> (?, ?)",
                Fate::read,
                content.psdSerial().value(),
                content.labelSerial().bytes(),
                content.labelPosition(),
                content.psdSerial().value(),
                content.pieceCount());
    }

    /**
     * Accepts the piece and returns true; returns false if it already had a fate, or another piece was accepted for its
     * label.
     */
    public static boolean accept(Transaction tx, IndiciumContent content, String desk, String scan, Instant at)
            throws SQLException {
        return tx.update(
                        "insert into piece_fate (psd, piece_count, fate, desk, scan, at, vendor, label, position) "
                                + "select psd, ?, 'accepted', ?, ?, ?, vendor, ?, ? from psd where psd = ? "
                                + "on conflict do nothing",
                        content.pieceCount(),
                        desk,
                        scan,
                        at,
                        content.labelSerial().bytes(),
                        content.labelPosition(),
                        content.psdSerial().value())
                == 1;
    }

    /** Voids the piece and returns true; returns false if it already had a fate. */
    static boolean declareVoid(Transaction tx, long psd, long pieceCount, UUID id, Instant at) throws SQLException {
        return tx.update(
                        "insert into piece_fate (psd, piece_count, fate, void_id, at, franked_on) "
                                + "select psd, piece_count, 'voided', ?, ?, "
                                + "date '2000-01-01' + get_byte(content, 66) + 256 * get_byte(content, 67) "
                                + "from piece where psd = ? and piece_count = ? on conflict do nothing",
                        id,
                        at,
                        psd,
                        pieceCount)
                == 1;
    }

    /** Returns whether this is the same desk's acceptance of the same scan, repeated. */
    public boolean isAcceptanceOf(String thatDesk, String thatScan) {
        return !voided && desk.equals(thatDesk) && scan.equals(thatScan);
    }

    private static Fate read(ResultSet row) throws SQLException {
        return new Fate(
                row.getString("fate").equals("voided"),
                row.getString("desk"),
                row.getString("scan"),
                Transaction.instant(row, "at"));
    }
}
