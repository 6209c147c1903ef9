package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.ledger.Succession;

/**
 * I4, I10: walks a PSD's entries from the first to the last and checks each with its seal and its pieces. A column that
 * differs from the sealed bytes is a finding, and so is an order or a line other than the sealed one. Unreadable bytes
 * are a finding like any other, so that one damaged row does not hide the rest.
 */
final class ChainCheck {

    private static final String PIECES =
            "select * from indicium_content where psd = ? and entry_number = ? order by piece_count";

    private final Connection snapshot;
    private final SealOwners seals;
    private final Findings findings;

    ChainCheck(Connection snapshot, AuthorityRecords authority, Findings findings) throws SQLException {
        this.snapshot = snapshot;
        this.seals = new SealOwners(snapshot, authority);
        this.findings = findings;
    }

    Chain walk(long psd) throws SQLException {
        Map<Long, String> hashes = new HashMap<>();
        LedgerEntry before = null;
        try (PreparedStatement query = snapshot.prepareStatement(
                "select number, entry, seal from ledger_entry where psd = ? order by number")) {
            query.setLong(1, psd);
            query.setFetchSize(1_000);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Optional<SealedEntry> sealed = read(psd, rows);
                    if (sealed.isPresent()) {
                        check(psd, before, sealed.get());
                        before = sealed.get().entry();
                        hashes.put(before.number(), AuthorityRecords.hex(before.hash()));
                    }
                }
            }
        }
        return new Chain(before, Map.copyOf(hashes));
    }

    private Optional<SealedEntry> read(long psd, ResultSet row) throws SQLException {
        try {
            return Optional.of(new SealedEntry(LedgerEntry.decode(row.getBytes("entry")), row.getBytes("seal")));
        } catch (IllegalArgumentException garbled) {
            findings.addPsd("I4", psd, "entry " + row.getLong("number") + " cannot be read: " + garbled.getMessage());
            return Optional.empty();
        }
    }

    private void check(long psd, LedgerEntry before, SealedEntry sealed) throws SQLException {
        LedgerEntry entry = sealed.entry();
        Optional<String> objection = before == null
                ? Succession.objectionToFirst(entry)
                : Succession.objection(before, entry, pieces(psd, entry));
        objection.ifPresent(why -> findings.addPsd("I4", psd, "entry " + entry.number() + ": " + why));
        seals.objection(sealed).ifPresent(why -> findings.addPsd("I10", psd, "entry " + entry.number() + " " + why));
    }

    private List<FrankedPiece> pieces(long psd, LedgerEntry entry) throws SQLException {
        List<FrankedPiece> pieces = new ArrayList<>();
        if (entry.pieces() == 0) {
            return pieces;
        }
        try (PreparedStatement query = snapshot.prepareStatement(PIECES)) {
            query.setLong(1, psd);
            query.setLong(2, entry.number());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    PieceRow.read(rows, findings).ifPresent(pieces::add);
                }
            }
        }
        return pieces;
    }
}
