package org.stampwright.postage.worker;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.Receipt;
import org.stampwright.indicium.ledger.SignedReceipt;
import org.stampwright.postage.indicium.CommittedEntry;
import org.stampwright.postage.indicium.PreparedIndicium;
import org.stampwright.postage.indicium.RecordedContent;
import org.stampwright.postage.indicium.Records;
import org.stampwright.postage.indicium.SignedPiece;
import org.stampwright.postage.ledger.EntryIntake;
import org.stampwright.postage.ledger.LedgerMismatch;
import org.stampwright.postage.ledger.Ownership;
import org.stampwright.postage.ledger.OwnershipLost;
import org.stampwright.postage.ledger.PsdLedger;
import org.stampwright.postage.ledger.Releases;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.signing.CertifiedModule;
import org.stampwright.postage.signing.ModuleCertificates;

/**
 * What a {@link PsdReleaser} works with: records, this instance's module, the authority's intake, the attempts in
 * flight.
 *
 * @param intake the authority's intake of entries
 * @param outside runs calls to the authority, so that signing does not wait for them
 */
public record ReleaserContext(
        Records records,
        Releases releases,
        ModuleCertificates certificates,
        CertifiedModule module,
        EntryIntake intake,
        PsdLedger ledger,
        AttemptsInFlight inFlight,
        Clock clock,
        Executor outside) {

    private static final Logger LOG = System.getLogger(ReleaserContext.class.getName());

    List<CommittedEntry> entriesAfter(PsdSerial psd, long number, int limit) {
        return records.after(psd.value(), number, limit);
    }

    List<PreparedIndicium> prepare(CommittedEntry committed) {
        LedgerEntry entry = committed.entry();
        PublicKey sealKey = certificates
                .sealKey(entry.sealCertificate(), entry.owner())
                .orElseThrow(() -> new LedgerMismatch("entry " + entry.number()
                        + " names a seal certificate that the authority did not issue to its owner's module"));
        return committed.prepare(sealKey);
    }

    /** Returns whether the content names this instance's indicium key. */
    boolean isOurs(RecordedContent content) {
        IndiciumContent decoded = content.decoded();
        return decoded.certificateSerial().equals(module.indicium());
    }

    SignedPiece sign(PreparedIndicium prepared) {
        return new SignedPiece(prepared.recorded(), module.module().sign(prepared));
    }

    /** Records signatures whose receipt has not come yet. */
    void signed(List<SignedPiece> pieces) {
        if (!pieces.isEmpty()) {
            releases.signed(pieces);
        }
    }

    /** Abandons the pieces of attempts that cannot be signed here; the orders are franked again. */
    void abandon(Set<OrderRef> strangers) {
        for (OrderRef order : strangers) {
            if (releases.abandon(order)) {
                LOG.log(
                        Level.WARNING,
                        "Order {0} will be franked again: its module is not on this instance",
                        order.id());
                inFlight.leave(order);
            }
        }
    }

    /** Asks the authority for a receipt; ends with an {@link IOException} if it does not answer. */
    CompletableFuture<SignedReceipt> ask(PsdSerial psd, List<CommittedEntry> entries) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return intake.send(psd, entries);
                    } catch (IOException silent) {
                        throw new CompletionException(silent);
                    }
                },
                outside);
    }

    /**
     * Stores the receipt for these entries, and the signatures that have just been made, in one commit.
     *
     * @throws OwnershipLost if another instance has sent later entries of this vendor meanwhile
     * @throws LedgerMismatch if the authority has another ledger than this vendor
     */
    public void receipted(List<SignedPiece> pieces, SignedReceipt receipt, List<CommittedEntry> sent) {
        requireFor(sent.get(sent.size() - 1).entry(), receipt.receipt());
        inFlight.leave(releases.receipted(pieces, receipt, sent));
    }

    private void requireFor(LedgerEntry sent, Receipt receipt) {
        if (receipt.entryNumber() > sent.number() && isInOurLedger(sent.psd(), receipt)) {
            throw new OwnershipLost("the authority has entry " + receipt.entryNumber() + " of PSD " + sent.psd()
                    + " already, committed and sent by another instance");
        }
        if (!receipt.covers(sent)) {
            throw new LedgerMismatch("the authority's receipt is for entry " + receipt.entryNumber()
                    + ", not for this vendor's entry " + sent.number());
        }
    }

    private boolean isInOurLedger(PsdSerial psd, Receipt receipt) {
        return records.after(psd.value(), receipt.entryNumber() - 1, 1).stream()
                .anyMatch(committed -> receipt.covers(committed.entry()));
    }

    void suspend(Ownership owned, RuntimeException alarm) {
        LOG.log(Level.ERROR, "PSD " + owned.psd() + " is to be suspended", alarm);
        ledger.suspend(owned, alarm.getMessage());
    }

    Instant now() {
        return clock.instant();
    }
}
