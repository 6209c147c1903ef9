package org.stampwright.authority.fate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.authority.Transaction;
import org.stampwright.indicium.IndiciumContent;

/**
 * What became of a piece.
 *
 * @param desk that accepted it, or null if it was voided
 * @param scan by which that desk accepted it, or null
 */
public record Fate(boolean voided, String desk, String scan, Instant at) {

    /** The fate of a piece that has one. */
    public static Optional<Fate> of(Transaction tx, long psd, long pieceCount) throws SQLException {
        return tx.one("select * from piece_fate where psd = ? and piece_count = ?", Fate::read, psd, pieceCount);
    }

    /** The acceptance of another piece of the same vendor for the same position of the same label. */
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

    /** Whether the piece was accepted now; no if it had a fate already, or its label was accepted with another. */
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

    /** Whether the piece was voided now; no if it had a fate already. */
    static boolean declareVoid(Transaction tx, long psd, long pieceCount, UUID id, Instant at) throws SQLException {
        return tx.update(
                        "insert into piece_fate (psd, piece_count, fate, void_id, at) "
                                + "values (?, ?, 'voided', ?, ?) on conflict do nothing",
                        psd,
                        pieceCount,
                        id,
                        at)
                == 1;
    }

    /** Whether it is this desk's acceptance of this scan, asked for again. */
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
