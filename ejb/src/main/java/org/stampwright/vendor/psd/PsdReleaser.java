package org.stampwright.vendor.psd;

import jakarta.ejb.EJBException;
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
import org.stampwright.vendor.database.DatabaseFault;
import org.stampwright.vendor.indicium.CommittedEntry;
import org.stampwright.vendor.indicium.PreparedIndicium;
import org.stampwright.vendor.indicium.RecordedContent;
import org.stampwright.vendor.indicium.SignedPiece;
import org.stampwright.vendor.indicium.Unsealed;
import org.stampwright.vendor.signing.ModuleOffline;

/**
 * What follows the commit of one PSD's entries, in their order: the contents are read back, prepared and signed, then the
 * entries go to the authority and its receipt is stored. A new owner begins behind the newest receipt, so whatever the one
 * before it left unsigned or unsent is finished; contents that name another module's key cannot be signed here, so their
 * pieces are abandoned and their orders franked anew. While the authority is silent, signing goes on and nothing is
 * released.
 */
final class PsdReleaser implements Runnable {

    private static final Logger LOG = System.getLogger(PsdReleaser.class.getName());
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int MOST_ENTRIES = 20;

    private final ReleaseDesk desk;
    private final PsdSerial psd;
    private final BooleanSupplier isOwner;
    private final BlockingQueue<Long> committed = new LinkedBlockingQueue<>();
    private long signedUpTo;
    private long receiptedUpTo;
    private Duration pause = Duration.ZERO;
    private Instant notBefore = Instant.MIN;

    /**
     * @param receipted the newest entry of the PSD that has a receipt
     * @param isOwner whether this instance owns the PSD still
     */
    PsdReleaser(ReleaseDesk desk, PsdSerial psd, long receipted, BooleanSupplier isOwner) {
        this.desk = desk;
        this.psd = psd;
        this.isOwner = isOwner;
        this.signedUpTo = receipted;
        this.receiptedUpTo = receipted;
    }

    /** An entry was committed. */
    void committed(long number) {
        committed.add(number);
    }

    @Override
    public void run() {
        try {
            while (isOwner.getAsBoolean()) {
                step();
                committed.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                committed.clear();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Signs and sends what there is; a fault leaves the rest to the next step. */
    void step() {
        try {
            boolean more = true;
            while (more && isOwner.getAsBoolean()) {
                more = sign();
                more |= send();
            }
        } catch (Unsealed | LedgerMismatch alarm) {
            desk.suspend(psd, alarm.getMessage());
        } catch (DatabaseFault | EJBException | ModuleOffline fault) {
            LOG.log(Level.WARNING, "What follows PSD {0} will be tried again: {1}", psd, fault.getMessage());
        }
    }

    private boolean sign() {
        List<CommittedEntry> entries = desk.entriesAfter(psd, signedUpTo, MOST_ENTRIES);
        if (entries.isEmpty()) {
            return false;
        }
        List<SignedPiece> pieces = new ArrayList<>();
        Set<OrderAttempt> strangers = new HashSet<>();
        for (CommittedEntry entry : entries) {
            if (entry.entry().kind() == Kind.FRANKED) {
                for (PreparedIndicium prepared : desk.prepare(entry)) {
                    signOrNot(prepared, pieces, strangers);
                }
            }
        }
        desk.signed(pieces, strangers);
        signedUpTo = entries.get(entries.size() - 1).entry().number();
        return true;
    }

    private void signOrNot(PreparedIndicium prepared, List<SignedPiece> pieces, Set<OrderAttempt> strangers) {
        RecordedContent content = prepared.recorded();
        if (desk.isOurs(content)) {
            pieces.add(desk.sign(prepared));
        } else {
            strangers.add(new OrderAttempt(content.order(), content.attempt()));
        }
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
            LOG.log(Level.WARNING, "Entries of PSD {0} after {1} wait for the authority: {2}", psd, receiptedUpTo,
                    silent.getMessage());
            return false;
        }
    }
}
