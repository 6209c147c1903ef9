package org.stampwright.audit;

import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.ledger.SignedReceipt;
import org.stampwright.indicium.ledger.Succession;
import org.stampwright.indicium.trust.KeyUse;

/** I4, I10, I11: each PSD's chain from its first entry to its head, its seals, its receipts, the authority's head. */
final class ChainCheck {

    private final Connection snapshot;
    private final Connection present;
    private final AuthorityRecords authority;
    private final Findings findings;
    private final Map<Long, X509Certificate> certificates = new HashMap<>();

    ChainCheck(Connection snapshot, Connection present, AuthorityRecords authority, Findings findings) {
        this.snapshot = snapshot;
        this.present = present;
        this.authority = authority;
        this.findings = findings;
        for (X509Certificate certificate : authority.bundle().bundle().moduleCertificates()) {
            certificates.put(certificate.getSerialNumber().longValueExact(), certificate);
        }
    }

    void run() throws SQLException {
        try (PreparedStatement query = snapshot.prepareStatement(
                "select serial, ascending, descending, funds_added, piece_count, entry_number, head, owner_id, epoch "
                + "from psd order by serial");
             ResultSet psds = query.executeQuery()) {
            while (psds.next()) {
                checkDevice(psds);
            }
        }
    }

    private void checkDevice(ResultSet row) throws SQLException {
        long psd = row.getLong("serial");
        Map<Long, String> hashes = new HashMap<>();
        LedgerEntry last = walk(psd, hashes);
        if (last == null) {
            findings.add("I4", subject(psd), "has no ledger entry");
            return;
        }
        boolean fits = last.number() == row.getLong("entry_number")
                && AuthorityRecords.hex(last.hash()).equals(AuthorityRecords.hex(row.getBytes("head")))
                && last.registers().ascending().mills() == row.getLong("ascending")
                && last.registers().descending().mills() == row.getLong("descending")
                && last.fundsAdded().mills() == row.getLong("funds_added")
                && last.pieceCount() == row.getLong("piece_count")
                && last.owner() == row.getLong("owner_id") && last.epoch() == row.getLong("epoch");
        if (!fits) {
            findings.add("I10", subject(psd), "its row is not what its last entry " + last.number() + " says");
        }
        checkReceipts(psd, hashes);
        checkAuthoritysHead(psd, last.number(), hashes);
    }

    /** Walks the chain; the last entry, or null if there is none. */
    private LedgerEntry walk(long psd, Map<Long, String> hashes) throws SQLException {
        LedgerEntry before = null;
        try (PreparedStatement query = snapshot.prepareStatement(
                "select number, entry, seal from ledger_entry where psd = ? order by number")) {
            query.setLong(1, psd);
            query.setFetchSize(1_000);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    SealedEntry sealed = new SealedEntry(LedgerEntry.decode(rows.getBytes("entry")), rows.getBytes("seal"));
                    LedgerEntry entry = sealed.entry();
                    Optional<String> objection = before == null ? Succession.objectionToFirst(entry)
                            : Succession.objection(before, entry, contents(psd, entry));
                    objection.ifPresent(why -> findings.add("I4", subject(psd), "entry " + entry.number() + ": " + why));
                    checkSeal(psd, sealed);
                    hashes.put(entry.number(), AuthorityRecords.hex(entry.hash()));
                    before = entry;
                }
            }
        }
        return before;
    }

    private void checkSeal(long psd, SealedEntry sealed) {
        X509Certificate certificate = certificates.get(sealed.entry().sealCertificate().value());
        String entry = "entry " + sealed.entry().number();
        if (certificate == null || !KeyUse.SEAL.isOf(certificate)) {
            findings.add("I10", subject(psd), entry + " names a seal certificate that the authority does not publish");
        } else if (!sealed.isSealedBy(certificate.getPublicKey())) {
            findings.add("I10", subject(psd), entry + " does not bear the seal of its owner");
        }
    }

    private List<IndiciumContent> contents(long psd, LedgerEntry entry) throws SQLException {
        List<IndiciumContent> contents = new ArrayList<>();
        if (entry.pieces() == 0) {
            return contents;
        }
        try (PreparedStatement query = snapshot.prepareStatement(
                "select content from indicium_content where psd = ? and entry_number = ? order by piece_count")) {
            query.setLong(1, psd);
            query.setLong(2, entry.number());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    contents.add(IndiciumContent.decode(rows.getBytes(1)));
                }
            }
        }
        return contents;
    }

    private void checkReceipts(long psd, Map<Long, String> hashes) throws SQLException {
        try (PreparedStatement query = snapshot.prepareStatement("select entry_number, receipt from psd_receipt where psd = ?")) {
            query.setLong(1, psd);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    SignedReceipt signed = SignedReceipt.decode(rows.getBytes("receipt"));
                    boolean ours = signed.isSignedBy(authority.bundle().bundle().signingCertificate().getPublicKey());
                    boolean fits = signed.receipt().psd().value() == psd
                            && AuthorityRecords.hex(signed.receipt().head()).equals(hashes.get(signed.receipt().entryNumber()));
                    if (!ours || !fits) {
                        findings.add("I10", subject(psd), "the receipt for entry " + rows.getLong("entry_number")
                                + (ours ? " does not fit the chain" : " is not signed by the authority"));
                    }
                }
            }
        }
    }

    /** The authority may know entries that came after the snapshot, but never one that this chain contradicts. */
    private void checkAuthoritysHead(long psd, long last, Map<Long, String> hashes) throws SQLException {
        AuthorityRecords.Device device = authority.devices().get(psd);
        if (device == null) {
            findings.add("I11", subject(psd), "is not known to the authority");
        } else if (device.headNumber() <= last && device.headNumber() > 0
                && !device.headHash().equals(hashes.get(device.headNumber()))) {
            findings.add("I11", subject(psd), "the authority has another entry " + device.headNumber());
        } else if (device.headNumber() > last && !newerEntryExists(psd, device.headNumber())) {
            findings.add("I11", subject(psd), "is behind the authority: entry " + last + " here, " + device.headNumber()
                    + " there");
        }
    }

    /** Asked outside the snapshot: what the authority has and the snapshot has not must have come meanwhile. */
    private boolean newerEntryExists(long psd, long number) throws SQLException {
        try (PreparedStatement query = present.prepareStatement("select 1 from ledger_entry where psd = ? and number = ?")) {
            query.setLong(1, psd);
            query.setLong(2, number);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String subject(long psd) {
        return "psd %08d".formatted(psd);
    }
}
