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
 * What follows the commit of one PSD's entries, in their order: the contents are read back, prepared and signed, then the
 * entries go to the authority and its receipt is stored. A new owner begins behind the newest receipt, so whatever the one
 * before it left unsigned or unsent is finished; contents that name another module's key cannot be signed here, so their
 * pieces are abandoned and their orders franked anew; so are those for which its module is missed too long. While the authority is silent, signing goes on and nothing is
 * released. It ends when this instance is not the owner any more, and when the PSD is suspended; a fault ends one step.
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
     * @param receipted the newest entry of the PSD that has a receipt
     * @param isOwner whether this instance owns the PSD still
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

    /** An entry was committed. */
    void committed(long number) {
        committed.add(number);
    }

    /** The newest entry that has a receipt. */
    long receiptedUpTo() {
        return receiptedUpTo;
    }

    /** Whether the module signs, or has not been missed for long. */
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

    /** Signs and sends what there is; a fault, whatever it is, leaves the rest to the next step. */
    void step() {
        try {
            signAndSend();
        } catch (ModuleOffline noticed) {
            // It is in the log once, and what was to be signed waits.
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "What follows PSD " + psd + " will be tried again", fault);
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

    /** After the limit nothing comes any more that would show it: what was not signed then is signed, and thrown away. */
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
