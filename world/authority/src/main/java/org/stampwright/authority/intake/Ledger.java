package org.stampwright.authority.intake;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stampwright.authority.Transaction;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.PsdState;

/** The tables of recorded entries, pieces and receipts. */
final class Ledger {

    private Ledger() {}

    static Optional<LedgerEntry> entry(Transaction tx, long psd, long number) throws SQLException {
        return tx.one(
                "select bytes from entry where psd = ? and number = ?",
                row -> LedgerEntry.decode(row.getBytes(1)),
                psd,
                number);
    }

    static void insert(Transaction tx, OfferedEntry offered, Instant at) throws SQLException {
        LedgerEntry entry = offered.entry();
        tx.update(
                "insert into entry (psd, number, bytes, seal, hash, seal_certificate, taken_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?)",
                entry.psd().value(),
                entry.number(),
                entry.encode(),
                offered.sealed().seal(),
                entry.hash(),
                entry.sealCertificate().value(),
                at);
        List<Object[]> pieces = new ArrayList<>();
        for (FrankedPiece piece : offered.pieces()) {
            IndiciumContent content = piece.content();
            pieces.add(new Object[] {
                entry.psd().value(),
                content.pieceCount(),
                entry.number(),
                content.encode(),
                content.postage().mills(),
                piece.binding().orElse(null)
            });
        }
        tx.batch(
                "insert into piece (psd, piece_count, entry, content, postage, binding) values (?, ?, ?, ?, ?, ?)",
                pieces);
    }

    static void moveHead(Transaction tx, LedgerEntry head) throws SQLException {
        tx.update(
                "update psd set head_number = ?, head_hash = ?, ascending = ?, descending = ?, funds_added = ?, "
                        + "funds_withdrawn = ?, piece_count = ?, withdrawn = ? where psd = ?",
                head.number(),
                head.hash(),
                head.registers().ascending().mills(),
                head.registers().descending().mills(),
                head.fundsAdded().mills(),
                head.fundsWithdrawn().mills(),
                head.pieceCount(),
                head.state() == PsdState.WITHDRAWN,
                head.psd().value());
    }

    static Optional<byte[]> newestReceipt(Transaction tx, long psd) throws SQLException {
        return tx.one(
                "select bytes from receipt where psd = ? order by number desc limit 1", row -> row.getBytes(1), psd);
    }

    static List<byte[]> receipts(Transaction tx, long psd) throws SQLException {
        return tx.all("select bytes from receipt where psd = ? order by number", row -> row.getBytes(1), psd);
    }
}
