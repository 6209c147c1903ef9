package org.stampwright.postage.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.postage.indicium.CommittedEntry;
import org.stampwright.postage.indicium.Records;
import org.stampwright.postage.indicium.Unsealed;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.postage.signing.CertifiedModule;
import org.stampwright.postage.signing.ModuleCertificates;

/**
 * Takes ownership of a PSD: of this instance's own at its start, or of another's whose lease has ended. Before use its
 * row must match its newest entry, that entry must bear its owner's seal, and the authority must not be ahead of this
 * vendor. Otherwise the PSD is suspended. The authority is asked first: its entries were committed here before, even if
 * another instance continues the PSD meanwhile. If it does not answer, the next turn retries.
 */
@ApplicationScoped
public class PsdTakeover {

    private static final Logger LOG = System.getLogger(PsdTakeover.class.getName());

    @Inject
    PsdLedger ledger;

    @Inject
    Records records;

    @Inject
    ModuleCertificates certificates;

    @Inject
    EntryIntake intake;

    @Inject
    ThisInstance instance;

    /** Returns the entry that took the PSD over; empty if the PSD cannot be taken now or is suspended. */
    public Optional<LedgerEntry> take(long serial, CertifiedModule module) {
        Optional<EntryIntake.Head> known = intake.head(new PsdSerial(serial));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Psd row = ledger.row(serial);
        try {
            return Optional.of(taken(row, known.get(), module));
        } catch (OwnershipLost notToBeHad) {
            LOG.log(Level.INFO, "PSD {0} cannot be taken: {1}", serial, notToBeHad.getMessage());
        } catch (LedgerMismatch | Unsealed alarm) {
            LOG.log(Level.ERROR, "PSD " + serial + " is to be suspended", alarm);
            ledger.suspend(row.ownership(), alarm.getMessage());
        }
        return Optional.empty();
    }

    private LedgerEntry taken(Psd row, EntryIntake.Head known, CertifiedModule module) {
        LedgerEntry newest = newest(row);
        requireKnown(newest, known);
        LedgerEntry taken = newest.taken(instance.id(), newest.epoch() + 1, module.seal());
        ledger.take(new SealedEntry(taken, module.module().seal(taken)));
        LOG.log(Level.INFO, "Took PSD {0} in epoch {1}", taken.psd(), taken.epoch());
        return taken;
    }

    private LedgerEntry newest(Psd row) {
        List<CommittedEntry> entries = records.after(row.serial(), row.entryNumber() - 1, 2);
        if (entries.size() != 1 || !row.says(entries.get(0).entry())) {
            throw unfit(row.serial(), row);
        }
        SealedEntry sealed = entries.get(0).sealed();
        boolean isSealed = certificates
                .sealKey(sealed.entry().sealCertificate(), sealed.entry().owner())
                .filter(sealed::isSealedBy)
                .isPresent();
        if (!isSealed) {
            throw new LedgerMismatch("the newest entry does not bear its owner's seal");
        }
        return sealed.entry();
    }

    /** Row and entries are read by two queries: another instance may have written in between. */
    private RuntimeException unfit(long serial, Psd row) {
        return ledger.row(serial).entryNumber() != row.entryNumber()
                ? new OwnershipLost("PSD " + serial + " goes on")
                : new LedgerMismatch("the row does not match the newest entry");
    }

    private void requireKnown(LedgerEntry newest, EntryIntake.Head head) {
        if (head.number() > newest.number()) {
            throw new LedgerMismatch(
                    "the authority has entry " + head.number() + ", this vendor only " + newest.number());
        }
        if (head.number() > 0 && !Arrays.equals(hashOf(newest.psd(), head.number()), head.hash())) {
            throw new LedgerMismatch("the authority has another entry " + head.number());
        }
    }

    private byte[] hashOf(PsdSerial psd, long number) {
        return records.after(psd.value(), number - 1, 1).stream()
                .map(known -> known.entry().hash())
                .findFirst()
                .orElse(new byte[0]);
    }
}
