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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.Kind;
import org.stampwright.indicium.ledger.SignedReceipt;
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
 * Completes one PSD's committed entries, in their order: it reads the contents back, prepares and signs them while the
 * authority is asked for a receipt, and stores both. A new owner starts after the newest receipt, so it
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
    private static final Duration SOON = Duration.ofMillis(250);

    private final ReleaserContext context;
    private final Ownership owned;
    private final PsdSerial psd;
    private final BooleanSupplier isOwner;
    private final BlockingQueue<Long> committed = new LinkedBlockingQueue<>();
    private long signedUpTo;
    private volatile long receiptedUpTo;
    private volatile boolean ended;
    private final ModuleAbsence absence;
    private PreparedIndicium unsigned;
    private Asked asked;
    private Duration pause = Duration.ZERO;
    private Instant notBefore = Instant.MIN;

    /**
     * Creates the releaser of a PSD.
     *
     * @param receipted the newest entry of the PSD that has a receipt
     * @param isOwner whether this instance still owns the PSD
     */
    PsdReleaser(ReleaserContext context, Ownership owned, long receipted, BooleanSupplier isOwner) {
        this.context = context;
        this.owned = owned;
        this.psd = new PsdSerial(owned.psd());
        this.isOwner = isOwner;
        this.absence = new ModuleAbsence(context.clock());
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
                more = report();
            }
        } catch (OwnershipLost lost) {
            LOG.log(Level.WARNING, "Stops releasing: {0}", lost.getMessage());
            ended = true;
        } catch (Unsealed | LedgerMismatch alarm) {
            suspend(alarm);
        }
    }

    /**
     * Signs the next entries while the authority is asked for a receipt. Signatures and receipt are committed together
     * if the receipt comes soon, else the signatures alone. A receipt is stored only once each piece up to its entry
     * has its fate.
     *
     * @return whether more may be done at once
     */
    private boolean report() {
        List<CommittedEntry> unsigned = context.entriesAfter(psd, signedUpTo, MOST_ENTRIES);
        List<PreparedIndicium> prepared = prepare(unsigned);
        ask(unsigned);
        Signed signed = sign(prepared);
        context.abandon(signed.strangers());
        long upTo = unsigned.isEmpty() ? signedUpTo : last(unsigned);
        SignedReceipt receipt = receipt(upTo, unsigned.isEmpty() ? Duration.ZERO : SOON);
        if (receipt == null) {
            context.signed(signed.pieces());
        } else {
            context.receipted(signed.pieces(), receipt, asked.entries());
            receiptedUpTo = receipt.receipt().entryNumber();
            asked = null;
        }
        signedUpTo = upTo;
        return unsigned.size() == MOST_ENTRIES || receipt != null && receiptedUpTo < signedUpTo;
    }

    private static long last(List<CommittedEntry> entries) {
        return entries.get(entries.size() - 1).entry().number();
    }

    /**
     * Signs a piece that was left unsigned and discards the signature, to notice that the module is back: after the
     * limit no new work would show it.
     */
    private void seeWhetherModuleIsBack() {
        if (absence.lastsTooLong() && unsigned != null) {
            try {
                context.sign(unsigned);
                absence.ended();
            } catch (ModuleOffline offline) {
                LOG.log(Level.DEBUG, "The module does not sign yet", offline);
            }
        }
    }

    private void suspend(RuntimeException alarm) {
        if (isAtWork()) {
            context.suspend(owned, alarm);
            ended = true;
        }
    }

    /** The outcome of signing: signed pieces, and the attempts with a piece that cannot be signed here. */
    private record Signed(List<SignedPiece> pieces, Set<OrderRef> strangers) {}

    /** Checks each seal and each content before anything of these entries leaves the vendor. */
    private List<PreparedIndicium> prepare(List<CommittedEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.entry().kind() == Kind.FRANKED)
                .flatMap(entry -> context.prepare(entry).stream())
                .toList();
    }

    private Signed sign(List<PreparedIndicium> prepared) {
        Signed signed = new Signed(new ArrayList<>(), new HashSet<>());
        prepared.forEach(piece -> signOrNot(piece, signed.pieces(), signed.strangers()));
        signed.pieces().removeIf(piece -> signed.strangers().contains(attemptOf(piece.recorded())));
        return signed;
    }

    private void signOrNot(PreparedIndicium prepared, List<SignedPiece> pieces, Set<OrderRef> strangers) {
        OrderRef order = attemptOf(prepared.recorded());
        if (!context.isOurs(prepared.recorded())) {
            strangers.add(order);
            return;
        }
        try {
            pieces.add(context.sign(prepared));
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

    /** A request for a receipt that is in flight, and the entries that it sends. */
    private record Asked(List<CommittedEntry> entries, CompletableFuture<SignedReceipt> receipt) {}

    /** Sends the entries after the newest receipt, unless a request is in flight or the authority was just silent. */
    private void ask(List<CommittedEntry> unsigned) {
        if (asked != null || context.now().isBefore(notBefore)) {
            return;
        }
        List<CommittedEntry> entries =
                receiptedUpTo == signedUpTo ? unsigned : context.entriesAfter(psd, receiptedUpTo, MOST_ENTRIES);
        if (!entries.isEmpty()) {
            asked = new Asked(entries, context.ask(psd, entries));
            asked.receipt().whenComplete((receipt, silent) -> committed.add(receiptedUpTo));
        }
    }

    /** Returns the receipt if it is there within this time and each piece up to its entry has its fate; else null. */
    private SignedReceipt receipt(long signed, Duration atMost) {
        if (asked == null || last(asked.entries()) > signed || !isAtWork()) {
            return null;
        }
        try {
            SignedReceipt receipt = asked.receipt().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            pause = Duration.ZERO;
            return receipt;
        } catch (TimeoutException notYet) {
            return null;
        } catch (ExecutionException silent) {
            asked = null;
            backOff(silent.getCause());
            return null;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void backOff(Throwable silent) {
        if (!(silent instanceof IOException)) {
            throw silent instanceof RuntimeException fault ? fault : new IllegalStateException(silent);
        }
        pause = pause.isZero() ? IDLE : pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        notBefore = context.now().plus(pause);
        LOG.log(Level.WARNING, "Entries of PSD " + psd + " after " + receiptedUpTo + " wait for the authority", silent);
    }
}
