package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.PsdState;

/**
 * I10, I11: compares each PSD's row with its chain, its receipts and the authority's record; looks for PSDs that only
 * the authority has.
 */
final class DeviceCheck {

    private final Connection snapshot;
    private final Connection present;
    private final AuthorityRecords authority;
    private final Findings findings;

    DeviceCheck(Connection snapshot, Connection present, AuthorityRecords authority, Findings findings) {
        this.snapshot = snapshot;
        this.present = present;
        this.authority = authority;
        this.findings = findings;
    }

    void run() throws SQLException {
        ChainCheck chains = new ChainCheck(snapshot, authority, findings);
        ReceiptCheck receipts = new ReceiptCheck(snapshot, authority, findings);
        receipts.checkOrders();
        Set<Long> known = new HashSet<>();
        try (PreparedStatement query = snapshot.prepareStatement("select * from psd order by serial");
                ResultSet psds = query.executeQuery()) {
            while (psds.next()) {
                long psd = psds.getLong("serial");
                known.add(psd);
                Chain chain = chains.walk(psd);
                checkRow(psd, psds, chain.last());
                receipts.checkDevice(psd, chain, psds.getLong("receipted_entry"));
                checkAuthoritysHead(psd, chain);
            }
        }
        reportUnknownDevices(known);
    }

    private void checkRow(long psd, ResultSet row, LedgerEntry last) throws SQLException {
        String state = row.getString("state");
        if (last == null) {
            findings.addPsd("I4", psd, "has no ledger entry");
        } else if (!says(row, last) || !isStateOf(state, last)) {
            findings.addPsd("I10", psd, "its row is not what its last entry " + last.number() + " says");
        }
        if (state.equals("suspended")) {
            findings.addPsd(
                    "I10",
                    psd,
                    "is suspended: "
                            + Objects.requireNonNullElse(row.getString("suspended_because"), "no reason recorded"));
        }
    }

    private static boolean says(ResultSet row, LedgerEntry last) throws SQLException {
        return last.number() == row.getLong("entry_number")
                && AuthorityRecords.hex(last.hash()).equals(AuthorityRecords.hex(row.getBytes("head")))
                && last.registers().ascending().mills() == row.getLong("ascending")
                && last.registers().descending().mills() == row.getLong("descending")
                && last.fundsAdded().mills() == row.getLong("funds_added")
                && last.fundsWithdrawn().mills() == row.getLong("funds_withdrawn")
                && last.maximumDescending().mills() == row.getLong("maximum_descending")
                && last.maximumPostage().mills() == row.getLong("maximum_postage")
                && last.pieceCount() == row.getLong("piece_count")
                && last.owner() == row.getLong("owner_id")
                && last.epoch() == row.getLong("epoch");
    }

    /**
     * Compares the states. An alarm suspends the row at once and writes no entry, because the chain itself may be
     * damaged.
     */
    private static boolean isStateOf(String state, LedgerEntry last) {
        return state.equals(last.state().name().toLowerCase(Locale.ROOT))
                || state.equals("suspended") && last.state() == PsdState.ACTIVE;
    }

    /**
     * Compares the authority's head with the chain. The authority may have entries newer than the snapshot, but none
     * that contradicts this chain.
     */
    private void checkAuthoritysHead(long psd, Chain chain) throws SQLException {
        AuthorityRecords.Device device = authority.devices().get(psd);
        long last = chain.last() == null ? 0 : chain.last().number();
        if (device == null) {
            findings.addPsd("I11", psd, "is not known to the authority");
        } else if (device.headNumber() <= last
                && device.headNumber() > 0
                && !chain.has(device.headNumber(), device.headHash())) {
            findings.addPsd("I11", psd, "the authority has another entry " + device.headNumber());
        } else if (device.headNumber() > last
                && !isThereNow("select 1 from ledger_entry where psd = ? and number = " + device.headNumber(), psd)) {
            findings.addPsd(
                    "I11", psd, "is behind the authority: entry " + last + " here, " + device.headNumber() + " there");
        }
    }

    /** A PSD without an entry has a serial number and is about to be opened. */
    private void reportUnknownDevices(Set<Long> known) throws SQLException {
        for (AuthorityRecords.Device device : authority.devices().values()) {
            if (!known.contains(device.serial())
                    && device.headNumber() > 0
                    && !isThereNow("select 1 from psd where serial = ?", device.serial())) {
                findings.addPsd(
                        "I11",
                        device.serial(),
                        "does not exist here; the authority has its ledger up to entry " + device.headNumber());
            }
        }
    }

    /**
     * Reads outside the snapshot: a row that the authority has and the snapshot lacks may have been committed since.
     */
    private boolean isThereNow(String question, long psd) throws SQLException {
        try (PreparedStatement query = present.prepareStatement(question)) {
            query.setLong(1, psd);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
