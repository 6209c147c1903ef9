package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stampwright.indicium.ledger.LedgerEntry;

/**
 * I1, I3, I10, I11: compares each PSD's row with its chain, its pieces, its funds, its receipts and the authority's
 * record; looks for PSDs that only the authority has. After a checkpoint it walks the newer entries only. It starts
 * with the registers of the checkpoint's entry, for which there must be a receipt of the authority.
 */
final class DeviceCheck {

    private static final String STORED =
            """
            select e.number, e.entry, e.seal, e.piece_count, r.receipt
              from ledger_entry e left join psd_receipt r on r.psd = e.psd and r.entry_number = e.number
             where e.psd = ? and e.number = ?""";

    private final Opening opening;
    private final Snapshots snapshots;
    private final RowsNow now;
    private final AuthorityRecords authority;
    private final SealOwners seals;
    private final ReceiptCheck receipts;
    private final Findings findings;

    DeviceCheck(Opening opening, Snapshots snapshots, RowsNow now, AuthorityRecords authority, Findings findings)
            throws SQLException {
        this.opening = opening;
        this.snapshots = snapshots;
        this.now = now;
        this.authority = authority;
        this.seals = snapshots.in(connection -> new SealOwners(connection, authority));
        this.receipts = new ReceiptCheck(authority, findings);
        this.findings = findings;
    }

    void check(PsdRow psd, Progress progress) throws SQLException {
        LedgerEntry base = checkpoint(psd);
        Chain chain = new ChainWalk(psd, base, seals, receipts, findings).run(snapshots, progress);
        checkRow(psd, chain.last());
        checkRegisters(psd, base, chain);
        if (psd.newestReceipt() != psd.receiptedEntry()) {
            findings.addPsd(
                    "I10",
                    psd.serial(),
                    "its row counts as receipted up to entry " + psd.receiptedEntry()
                            + ", its newest receipt is for entry " + psd.newestReceipt());
        }
        checkAuthoritysHead(psd, chain);
    }

    /** Returns the checkpoint's entry, checked with its receipt; null to walk the chain from its first entry. */
    private LedgerEntry checkpoint(PsdRow psd) throws SQLException {
        long number = opening.since().map(known -> known.entryOf(psd.serial())).orElse(0L);
        if (number == 0) {
            return null;
        }
        Optional<ChainPage.Entry> row = stored(psd.serial(), number);
        Optional<LedgerEntry> entry = row.flatMap(DeviceCheck::decoded);
        row.ifPresent(found -> receipts.check(psd.serial(), found, entry));
        if (entry.isEmpty() || row.get().receipt() == null) {
            findings.addPsd(
                    "I10",
                    psd.serial(),
                    "entry " + number + " had a receipt at the last audit, and one of the two is gone");
        }
        return entry.orElse(null);
    }

    private Optional<ChainPage.Entry> stored(long psd, long number) throws SQLException {
        return snapshots.in(connection -> stored(connection, psd, number));
    }

    private static Optional<ChainPage.Entry> stored(Connection snapshot, long psd, long number) throws SQLException {
        try (PreparedStatement query = snapshot.prepareStatement(STORED)) {
            query.setLong(1, psd);
            query.setLong(2, number);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(ChainPage.entry(row)) : Optional.empty();
            }
        }
    }

    private static Optional<LedgerEntry> decoded(ChainPage.Entry row) {
        try {
            return Optional.of(LedgerEntry.decode(row.bytes()));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    private void checkRow(PsdRow psd, LedgerEntry last) {
        if (last == null) {
            findings.addPsd("I4", psd.serial(), "has no ledger entry");
        } else if (!psd.isThatOf(last)) {
            findings.addPsd("I10", psd.serial(), "its row is not what its last entry " + last.number() + " says");
        }
        if (psd.state().equals("suspended")) {
            findings.addPsd(
                    "I10",
                    psd.serial(),
                    "is suspended: " + Objects.requireNonNullElse(psd.suspendedBecause(), "no reason recorded"));
        }
    }

    /** Compares the row with the checkpoint's registers and what came after them. */
    private void checkRegisters(PsdRow psd, LedgerEntry base, Chain chain) {
        long value =
                chain.value() + (base == null ? 0 : base.registers().ascending().mills());
        long pieces = chain.pieces() + (base == null ? 0 : base.pieceCount());
        if (psd.ascending() != value || psd.pieceCount() != pieces) {
            findings.addPsd(
                    "I3",
                    psd.serial(),
                    "ascending " + psd.ascending() + " and piece count " + psd.pieceCount()
                            + ", but its pieces are worth " + value + " and number " + pieces);
        }
        long credited = psd.credited() + (base == null ? 0 : base.fundsAdded().mills());
        if (psd.fundsAdded() != credited) {
            findings.addPsd(
                    "I1",
                    psd.serial(),
                    "funds added " + psd.fundsAdded() + ", but its credited downloads are " + credited);
        }
    }

    /**
     * Compares the authority's head with the chain. The authority may have entries that this audit did not read, but
     * none that contradicts this chain.
     */
    private void checkAuthoritysHead(PsdRow psd, Chain chain) throws SQLException {
        AuthorityRecords.Device device = authority.devices().get(psd.serial());
        if (device == null) {
            findings.addPsd("I11", psd.serial(), "is not known to the authority");
        } else if (device.headNumber() > chain.lastNumber()) {
            if (!now.has(
                    "select 1 from ledger_entry where psd = ? and number = ?", psd.serial(), device.headNumber())) {
                findings.addPsd(
                        "I11",
                        psd.serial(),
                        "is behind the authority: entry " + chain.lastNumber() + " here, " + device.headNumber()
                                + " there");
            }
        } else if (device.headNumber() > 0 && !isStored(psd, device)) {
            findings.addPsd("I11", psd.serial(), "the authority has another entry " + device.headNumber());
        }
    }

    private boolean isStored(PsdRow psd, AuthorityRecords.Device device) throws SQLException {
        return stored(psd.serial(), device.headNumber())
                .flatMap(DeviceCheck::decoded)
                .filter(entry -> AuthorityRecords.hex(entry.hash()).equals(device.headHash()))
                .isPresent();
    }

    /** A PSD without an entry has a serial number and is about to be opened. */
    void reportUnknownDevices() throws SQLException {
        Set<Long> known = opening.psds().stream().map(PsdRow::serial).collect(Collectors.toSet());
        for (AuthorityRecords.Device device : authority.devices().values()) {
            if (!known.contains(device.serial())
                    && device.headNumber() > 0
                    && !now.has("select 1 from psd where serial = ?", device.serial())) {
                findings.addPsd(
                        "I11",
                        device.serial(),
                        "does not exist here; the authority has its ledger up to entry " + device.headNumber());
            }
        }
    }
}
