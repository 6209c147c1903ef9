package org.stampwright.postage.worker;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.Kind;
import org.stampwright.postage.indicium.CommittedEntry;
import org.stampwright.postage.indicium.PreparedIndicium;
import org.stampwright.postage.indicium.RecordedContent;
import org.stampwright.postage.indicium.SignedPiece;
import org.stampwright.postage.indicium.Unsealed;
import org.stampwright.postage.ledger.LedgerMismatch;
import org.stampwright.postage.ledger.Ownership;
import org.stampwright.postage.ledger.OwnershipLost;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.signing.ModuleOffline;

/**
 * Completes one PSD's committed entries, in their order: it reads the contents back, prepares and signs them, then
 * sends the entries to the authority and stores its receipt. A new owner starts after the newest receipt, so it
 * finishes the entries that the previous owner left unsigned or unsent. Contents that name another module's key cannot
 * be signed here: their pieces are abandoned and their orders franked again. The same happens when the module is absent
 * for too long. While the authority does not answer, signing continues and nothing is released. The releaser ends when
 * this instance no longer owns the PSD and when the PSD is suspended; an exception ends only one step.
 */
final class PsdReleaser implements Runnable {

    private static final Logger LOG = System.getLogger(PsdReleaser.class.getName());
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int MOST_ENTRIES = 20;

    private final ReleaseDesk desk;
    private final Ownership owned;
    private final PsdSerial psd;
    private final BooleanSupplier isOwner;
    private final BlockingQueue<Long> committed = new LinkedBlockingQueue<>();
    private long signedUpTo;
    private volatile long receiptedUpTo;
    private volatile boolean ended;
    private final ModuleAbsence absence;
    private PreparedIndicium unsigned;
    private Duration pause = Duration.ZERO;
    private Instant notBefore = Instant.MIN;

    /**
     * Creates the releaser of a PSD.
     *
     * @param receipted the newest entry of the PSD that has a receipt
     * @param isOwner whether this instance still owns the PSD
     */
    PsdReleaser(ReleaseDesk desk, Ownership owned, long receipted, BooleanSupplier isOwner) {
        this.desk = desk;
        this.owned = owned;
        this.psd = new PsdSerial(owned.psd());
        this.isOwner = isOwner;
        this.absence = new ModuleAbsence(desk.clock());
        this.signedUpTo = receipted;
        this.receiptedUpTo = receipted;
    }

    /** Notices that an entry was committed. */
    void committed(long number) {
        committed.add(number);
    }

    /** Returns the newest entry that has a receipt. */
    long receiptedUpTo() {
        return receiptedUpTo;
    }

    /** Returns whether the module signs or has been absent only briefly. */
    boolean canSign() {
        return !absence.lastsTooLong();
    }

    private boolean isAtWork() {
        return !ended && isOwner.getAsBoolean();
    }

    @Override
    public void run() {
        try {
            while (isAtWork()) {
                step();
                committed.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                committed.clear();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
        }
    }

    /** Signs and sends the pending entries; after any exception the rest is left to the next step. */
    void step() {
        try {
            signAndSend();
        } catch (ModuleOffline noticed) {
            // The log has it once; the unsigned pieces wait.
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Signing and sending for PSD " + psd + " will be retried", fault);
        }
    }

    private void signAndSend() {
        try {
            boolean more = true;
            while (more && isAtWork()) {
                seeWhetherModuleIsBack();
                more = sign();
                more |= isAtWork() && send();
            }
        } catch (OwnershipLost lost) {
            LOG.log(Level.WARNING, "Stops releasing: {0}", lost.getMessage());
            ended = true;
        } catch (Unsealed | LedgerMismatch alarm) {
            suspend(alarm);
        }
    }

    /**
     * Signs a piece that was left unsigned and discards the signature, to notice that the module is back: after the
     * limit no new work would show it.
     */
    private void seeWhetherModuleIsBack() {
        if (absence.lastsTooLong() && unsigned != null) {
            try {
                desk.sign(unsigned);
                absence.ended();
            } catch (ModuleOffline offline) {
                LOG.log(Level.DEBUG, "The module does not sign yet", offline);
            }
        }
    }

    private void suspend(RuntimeException alarm) {
        if (isAtWork()) {
            desk.suspend(owned, alarm);
            ended = true;
        }
    }

    private boolean sign() {
        List<CommittedEntry> entries = desk.entriesAfter(psd, signedUpTo, MOST_ENTRIES);
        if (entries.isEmpty()) {
            return false;
        }
        List<SignedPiece> pieces = new ArrayList<>();
        Set<OrderRef> strangers = new HashSet<>();
        for (CommittedEntry entry : entries) {
            if (entry.entry().kind() == Kind.FRANKED) {
                for (PreparedIndicium prepared : desk.prepare(entry)) {
                    signOrNot(prepared, pieces, strangers);
                }
            }
        }
        pieces.removeIf(piece -> strangers.contains(attemptOf(piece.recorded())));
        desk.signed(pieces, strangers);
        signedUpTo = entries.get(entries.size() - 1).entry().number();
        return true;
    }

    private void signOrNot(PreparedIndicium prepared, List<SignedPiece> pieces, Set<OrderRef> strangers) {
        OrderRef order = attemptOf(prepared.recorded());
        if (!desk.isOurs(prepared.recorded())) {
            strangers.add(order);
            return;
        }
        try {
            pieces.add(desk.sign(prepared));
            absence.ended();
        } catch (ModuleOffline offline) {
            if (absence.noticed()) {
                LOG.log(Level.WARNING, "Pieces of PSD " + psd + " wait for their module", offline);
            }
            unsigned = prepared;
            if (!absence.lastsTooLong()) {
                throw offline;
            }
            strangers.add(order);
        }
    }

    private static OrderRef attemptOf(RecordedContent content) {
        return new OrderRef(content.order(), content.attempt());
    }

    private boolean send() {
        if (receiptedUpTo >= signedUpTo || desk.now().isBefore(notBefore)) {
            return false;
        }
        int count = (int) Math.min(MOST_ENTRIES, signedUpTo - receiptedUpTo);
        List<CommittedEntry> entries = desk.entriesAfter(psd, receiptedUpTo, count);
        try {
            receiptedUpTo = desk.send(psd, entries);
            pause = Duration.ZERO;
            return true;
        } catch (IOException silent) {
            pause = pause.isZero() ? IDLE : pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            notBefore = desk.now().plus(pause);
            LOG.log(
                    Level.WARNING,
                    "Entries of PSD " + psd + " after " + receiptedUpTo + " wait for the authority",
                    silent);
            return false;
        }
    }
}
