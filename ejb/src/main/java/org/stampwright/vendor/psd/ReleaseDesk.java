package org.stampwright.vendor.psd;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SignedReceipt;
import org.stampwright.vendor.indicium.CommittedEntry;
import org.stampwright.vendor.indicium.PreparedIndicium;
import org.stampwright.vendor.indicium.RecordedContent;
import org.stampwright.vendor.indicium.Records;
import org.stampwright.vendor.indicium.SignedPiece;
import org.stampwright.vendor.signing.CertifiedModule;
import org.stampwright.vendor.signing.ModuleCertificates;

/**
 * The means of a {@link PsdReleaser}: records, this instance's module, the authority's intake, the waiting room.
 *
 * @param intake takes entries at the authority
 */
record ReleaseDesk(Records records, Releases releases, ModuleCertificates certificates, CertifiedModule module,
        EntryIntake intake, PsdLedger ledger, WaitingRoom room, Clock clock) {

    private static final Logger LOG = System.getLogger(ReleaseDesk.class.getName());

    List<CommittedEntry> entriesAfter(PsdSerial psd, long number, int limit) {
        return records.after(psd.value(), number, limit);
    }

    List<PreparedIndicium> prepare(CommittedEntry committed) {
        LedgerEntry entry = committed.entry();
        PublicKey sealKey = certificates.sealKey(entry.sealCertificate()).orElseThrow(() -> new LedgerMismatch(
                "entry " + entry.number() + " names a seal certificate that the authority did not issue to this vendor"));
        return committed.prepare(sealKey);
    }

    /** Whether the content names this instance's indicium key. */
    boolean isOurs(RecordedContent content) {
        IndiciumContent decoded = content.decoded();
        return decoded.certificateSerial().equals(module.indicium());
    }

    SignedPiece sign(PreparedIndicium prepared) {
        return new SignedPiece(prepared.recorded(), module.module().sign(prepared));
    }

    void signed(List<SignedPiece> pieces, Set<OrderAttempt> strangers) {
        if (!pieces.isEmpty()) {
            releases.signed(pieces);
        }
        for (OrderAttempt order : strangers) {
            if (releases.abandon(order.id(), order.attempt())) {
                LOG.log(Level.WARNING, "Order {0} is to be franked anew: its module is not here", order.id());
                room.leave(order);
            }
        }
    }

    /**
     * Sends the entries and stores the receipt.
     *
     * @return the newest entry that has a receipt now
     * @throws IOException if the authority did not answer; ask again
     * @throws LedgerMismatch if the authority has another ledger than this vendor
     */
    long send(PsdSerial psd, List<CommittedEntry> entries) throws IOException {
        SignedReceipt receipt = intake.send(psd, entries);
        releases.receipted(receipt, entries).forEach(room::leave);
        return receipt.receipt().entryNumber();
    }

    void suspend(PsdSerial psd, String because) {
        LOG.log(Level.ERROR, "PSD {0} is suspended: {1}", psd, because);
        ledger.suspend(psd.value(), because);
    }

    Instant now() {
        return clock.instant();
    }
}
