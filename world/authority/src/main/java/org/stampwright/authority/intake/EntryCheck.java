package org.stampwright.authority.intake;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.stampwright.authority.Problem;
import org.stampwright.authority.Transaction;
import org.stampwright.authority.certificates.IssuedCertificate;
import org.stampwright.authority.funds.Psd;
import org.stampwright.authority.vendor.Vendor;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.Succession;

/** Checks new entries of one PSD, in order; each refusal is a {@link Problem} that names its rule. */
final class EntryCheck {

    private final Transaction tx;
    private final Vendor vendor;
    private final Psd psd;
    private final Map<CertificateSerial, IssuedCertificate> certificates = new HashMap<>();

    EntryCheck(Transaction tx, Vendor vendor, Psd psd) {
        this.tx = tx;
        this.vendor = vendor;
        this.psd = psd;
    }

    /** @param before the newest recorded entry, empty if there is none */
    void examine(Optional<LedgerEntry> before, OfferedEntry offered) throws SQLException {
        LedgerEntry entry = offered.entry();
        Optional<String> objection = before.isPresent()
                ? Succession.objection(before.get(), entry, offered.pieces())
                : Succession.objectionToFirst(entry);
        if (objection.isPresent()) {
            throw refused("broken-chain", entry, objection.get());
        }
        requireLimits(entry);
        IssuedCertificate seal = sealCertificate(entry);
        if (!offered.sealed().isSealedBy(seal.certificate().getPublicKey())) {
            throw refused("foreign-seal", entry, "its seal is not by the key of certificate " + seal.serial());
        }
        for (FrankedPiece piece : offered.pieces()) {
            examine(entry, piece.content(), seal.serverSystem());
        }
    }

    private void requireLimits(LedgerEntry entry) {
        if (entry.maximumDescending().mills() > psd.maximumDescending()
                || entry.maximumPostage().mills() > psd.maximumPostage()) {
            throw refused("limits", entry, "its limits are above those that this PSD was given");
        }
    }

    private IssuedCertificate sealCertificate(LedgerEntry entry) throws SQLException {
        return certificate(entry.sealCertificate(), "seal")
                .orElseThrow(() -> refused(
                        "foreign-seal",
                        entry,
                        "certificate " + entry.sealCertificate()
                                + " is not one for this vendor's seals, or was compromised"));
    }

    private void examine(LedgerEntry entry, IndiciumContent content, String serverSystem) throws SQLException {
        if (content.licence().value() != vendor.licence()) {
            throw refused("foreign-licence", entry, "piece " + content.pieceCount() + " carries another licence");
        }
        boolean ours = content.manufacturer().equals(vendor.manufacturer())
                && content.model().equals(vendor.model())
                && content.softwareId().equals(vendor.softwareId())
                && content.country().equals(vendor.country())
                && content.currency() == vendor.currency()
                && content.licensingPostcode() == vendor.licensingPostcode();
        if (!ours) {
            throw refused(
                    "foreign-device",
                    entry,
                    "piece " + content.pieceCount()
                            + " differs from the licence in manufacturer, model, software, country, currency or"
                            + " postcode");
        }
        boolean certified = certificate(content.certificateSerial(), "indicium")
                .filter(certificate -> certificate.serverSystem().equals(serverSystem))
                .isPresent();
        if (!certified) {
            throw refused(
                    "foreign-certificate",
                    entry,
                    "piece " + content.pieceCount() + " names certificate " + content.certificateSerial()
                            + ", which is not the sealing server system's for indicia");
        }
    }

    private Optional<IssuedCertificate> certificate(CertificateSerial serial, String use) throws SQLException {
        IssuedCertificate known = certificates.get(serial);
        if (known != null) {
            return Optional.of(known).filter(certificate -> certificate.use().equals(use));
        }
        Optional<IssuedCertificate> found = IssuedCertificate.find(tx, serial.value(), vendor.number(), use)
                .filter(certificate -> !certificate.compromised());
        found.ifPresent(certificate -> certificates.put(serial, certificate));
        return found;
    }

    static Problem refused(String kind, LedgerEntry entry, String detail) {
        return Problem.of(409, kind, "Entry " + entry.number() + " of PSD " + entry.psd() + ": " + detail + ".");
    }
}
