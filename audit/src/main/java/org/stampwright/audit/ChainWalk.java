package org.stampwright.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.ledger.Succession;

/**
 * I4, I10: walks a PSD's entries from one to the last, page by page, and checks each with its seal, its receipt and its
 * pieces. A column that differs from the sealed bytes is a finding, and so is an order or a line other than the sealed
 * one. Unreadable bytes are a finding like any other, so that one damaged row does not hide the rest.
 */
final class ChainWalk {

    private final PsdRow psd;
    private final SealOwners seals;
    private final ReceiptCheck receipts;
    private final Findings findings;
    private LedgerEntry before;
    private long number;
    private long pieceCount;
    private long value;
    private long pieces;

    /** @param base the entry to begin after, or null to begin with the first */
    ChainWalk(PsdRow psd, LedgerEntry base, SealOwners seals, ReceiptCheck receipts, Findings findings) {
        this.psd = psd;
        this.seals = seals;
        this.receipts = receipts;
        this.findings = findings;
        this.before = base;
        this.number = base == null ? 0 : base.number();
        this.pieceCount = base == null ? 0 : base.pieceCount();
    }

    Chain run(Snapshots snapshots, Progress progress) throws SQLException {
        ChainPage page;
        do {
            progress.continues();
            page = snapshots.in(connection -> ChainPage.after(number, pieceCount, psd, connection));
            check(page);
        } while (!page.isLast());
        return new Chain(before, value, pieces);
    }

    private void check(ChainPage page) {
        int next = 0;
        for (ChainPage.Entry row : page.entries()) {
            number = row.number();
            Optional<SealedEntry> sealed = read(row);
            if (sealed.isPresent()) {
                int end = next;
                while (end < page.pieces().size()
                        && pieceCount(page, end) <= sealed.get().entry().pieceCount()) {
                    end++;
                }
                checkColumns(row, sealed.get().entry());
                check(sealed.get(), page.pieces().subList(next, end));
                next = end;
            }
            receipts.check(psd.serial(), row, sealed.map(SealedEntry::entry));
        }
        if (page.isLast()) {
            page.pieces().subList(next, page.pieces().size()).forEach(this::belongsToNoEntry);
        }
    }

    private static long pieceCount(ChainPage page, int place) {
        return page.pieces().get(place).columns().pieceCount();
    }

    private Optional<SealedEntry> read(ChainPage.Entry row) {
        try {
            return Optional.of(new SealedEntry(LedgerEntry.decode(row.bytes()), row.seal()));
        } catch (IllegalArgumentException garbled) {
            findings.addPsd("I4", psd.serial(), "entry " + row.number() + " cannot be read: " + garbled.getMessage());
            return Optional.empty();
        }
    }

    private void checkColumns(ChainPage.Entry row, LedgerEntry entry) {
        if (row.number() != entry.number() || row.pieceCount() != entry.pieceCount()) {
            add(
                    "I4",
                    "entry " + entry.number() + " with piece count " + entry.pieceCount() + ": its columns say "
                            + row.number() + " and " + row.pieceCount());
        }
    }

    private void check(SealedEntry sealed, List<PieceRow> rows) {
        LedgerEntry entry = sealed.entry();
        List<FrankedPiece> franked = new ArrayList<>();
        for (PieceRow row : rows) {
            count(row);
            row.piece(findings).ifPresent(franked::add);
            if (row.entryNumber() != entry.number()) {
                add(
                        "I4",
                        "piece " + row.columns().pieceCount() + " is of entry " + entry.number()
                                + ", the column for its entry says " + row.entryNumber());
            }
        }
        Optional<String> objection =
                before == null ? Succession.objectionToFirst(entry) : Succession.objection(before, entry, franked);
        objection.ifPresent(why -> add("I4", "entry " + entry.number() + ": " + why));
        seals.objection(sealed).ifPresent(why -> add("I10", "entry " + entry.number() + " " + why));
        before = entry;
    }

    private void belongsToNoEntry(PieceRow row) {
        count(row);
        row.piece(findings);
        add("I4", "piece " + row.columns().pieceCount() + " belongs to no entry up to " + psd.entryNumber());
    }

    private void count(PieceRow row) {
        pieceCount = row.columns().pieceCount();
        value += row.columns().value();
        pieces++;
    }

    private void add(String invariant, String detail) {
        findings.addPsd(invariant, psd.serial(), detail);
    }
}
