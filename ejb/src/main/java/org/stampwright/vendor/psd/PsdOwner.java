package org.stampwright.vendor.psd;

import jakarta.ejb.EJBException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.ledger.Kind;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.vendor.database.DatabaseFault;
import org.stampwright.vendor.signing.ModuleOffline;

/**
 * The one writer of one PSD while this instance owns it. It takes the orders that wait, computes and seals the next ledger
 * entry in memory, and has it committed; the entry that it committed last is what the row must still say before the next.
 * An order that no longer is claimed is dropped and the entry made again under the same number. Orders that the registers
 * do not cover wait for funds. It stops when its lease is about to end, when somebody else owns the PSD, and when row and
 * ledger do not fit.
 *
 * <p>One thread runs it; only {@link #accept}, {@link #stop} and the questions are for others.
 */
final class PsdOwner implements Runnable {

    private static final Logger LOG = System.getLogger(PsdOwner.class.getName());
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final int MOST_ORDERS = 64;
    private static final int MOST_PIECES = 1000;

    private final Workplace at;
    private final Lease lease;
    private final LongConsumer committed;
    private final FundsKeeper funds;
    private final BlockingQueue<Inbox> inbox = new LinkedBlockingQueue<>();
    private final List<WaitingOrder> waiting = new ArrayList<>();
    private SealedEntry inDoubt;
    private volatile LedgerEntry head;
    private volatile int queued;
    private volatile boolean stopped;
    private boolean closed;

    /**
     * @param head the newest committed entry, which this instance sealed when it took ownership
     * @param committed is told the number of each entry after its commit
     */
    PsdOwner(Workplace at, Lease lease, LedgerEntry head, LongConsumer committed) {
        this.at = at;
        this.lease = lease;
        this.head = head;
        this.committed = committed;
        this.funds = new FundsKeeper(at, answer -> inbox.add(new Inbox.Funds(answer)));
    }

    /**
     * An order that this instance has claimed.
     *
     * @return false if work has ended here: the order is not taken
     */
    synchronized boolean accept(WaitingOrder order) {
        if (closed) {
            return false;
        }
        at.room().isWith(this, order.asAttempt());
        return inbox.add(new Inbox.Frank(order));
    }

    /** How many orders wait here. */
    int load() {
        return queued + inbox.size();
    }

    LedgerEntry head() {
        return head;
    }

    boolean isAtWork() {
        return !stopped && lease.holds();
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        funds.finishOpen(head);
        try {
            while (isAtWork()) {
                gather(IDLE);
                step();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            stopped = true;
            leaveAll();
            LOG.log(Level.INFO, "No longer at work on PSD {0} in epoch {1}", head.psd(), head.epoch());
        }
    }

    /** Those that wait, and those franked here that have no receipt: whoever owns the PSD next finishes them. */
    private synchronized void leaveAll() {
        closed = true;
        at.room().leaveAllOf(this);
    }

    /** Takes in what came, waiting at most so long for the first. */
    void gather(Duration atMost) throws InterruptedException {
        Inbox first = inbox.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            List<Inbox> came = new ArrayList<>(List.of(first));
            inbox.drainTo(came, MOST_ORDERS);
            came.forEach(this::read);
        }
        queued = waiting.size();
    }

    private void read(Inbox came) {
        if (came instanceof Inbox.Frank frank) {
            waiting.add(frank.order());
        } else if (came instanceof Inbox.Funds answer) {
            funds.answered(answer.answer());
        }
    }

    /** What can be done now is done; a fault of the database leaves everything to the next step. */
    void step() {
        try {
            resolveDoubt();
            creditFunds();
            refuseHopeless();
            frankWaiting();
            dropWentOn(funds.seeTo(head, waiting));
        } catch (OwnershipLost lost) {
            LOG.log(Level.WARNING, "Stops debiting: {0}", lost.getMessage());
            stopped = true;
        } catch (LedgerMismatch mismatch) {
            suspend(mismatch);
        } catch (DatabaseFault | EJBException | ModuleOffline fault) {
            LOG.log(Level.WARNING, "PSD {0} will be tried again: {1}", head.psd(), fault.getMessage());
        }
    }

    private void suspend(LedgerMismatch mismatch) {
        LOG.log(Level.ERROR, "PSD {0} is suspended: {1}", head.psd(), mismatch.getMessage());
        stopped = true;
        at.ledger().suspend(head.psd().value(), mismatch.getMessage());
    }

    private void creditFunds() {
        Funding granted = funds.granted();
        if (granted != null) {
            SealedEntry sealed = sealed(head.funded(granted.amount()));
            commit(sealed, () -> at.ledger().fund(granted, sealed));
        }
    }

    private void refuseHopeless() {
        for (WaitingOrder order : List.copyOf(waiting)) {
            funds.refusal(head, order).ifPresent(refusal -> {
                at.claims().giveBack(order.id(), order.attempt(), refusal.kind(), refusal.message());
                left(List.of(order));
                at.room().leave(order.asAttempt());
            });
        }
    }

    private void dropWentOn(List<WaitingOrder> wentOn) {
        left(wentOn);
        wentOn.forEach(order -> at.room().leave(order.asAttempt()));
    }

    private void frankWaiting() {
        List<WaitingOrder> next = covered();
        while (!next.isEmpty() && isAtWork()) {
            try {
                frank(next);
                left(next);
                next = covered();
            } catch (OrdersWentOn gone) {
                LOG.log(Level.INFO, "Dropped from the batch: {0}", gone.getMessage());
                left(next.stream().filter(order -> gone.orders().contains(order.asAttempt())).toList());
                next = next.stream().filter(order -> !gone.orders().contains(order.asAttempt())).toList();
                gone.orders().forEach(at.room()::leave);
            }
        }
    }

    private void frank(List<WaitingOrder> orders) {
        LocalDate today = LocalDate.ofInstant(at.clock().instant(), ZoneOffset.UTC);
        Batch batch = Batch.of(head, orders,
                new Batch.Stationery(at.licence().letterhead(), at.module().indicium(), today));
        SealedEntry sealed = sealed(batch.entry());
        commit(sealed, () -> at.ledger().debit(batch, sealed));
    }

    private SealedEntry sealed(LedgerEntry entry) {
        return new SealedEntry(entry, at.module().module().seal(entry));
    }

    /** Those of the waiting that the descending register covers one after the other. */
    private List<WaitingOrder> covered() {
        List<WaitingOrder> covered = new ArrayList<>();
        Money left = head.registers().descending();
        int pieces = 0;
        for (WaitingOrder order : waiting) {
            boolean fits = covered.isEmpty() || pieces + order.pieces().size() <= MOST_PIECES;
            if (fits && left.compareTo(order.total()) >= 0 && covered.size() < MOST_ORDERS) {
                covered.add(order);
                left = left.minus(order.total());
                pieces += order.pieces().size();
            }
        }
        return covered;
    }

    private void left(List<WaitingOrder> orders) {
        waiting.removeAll(orders);
        queued = waiting.size();
    }

    /** Only a named refusal says that nothing was written; after anything else the ledger is asked. */
    private void commit(SealedEntry next, Runnable transaction) {
        try {
            transaction.run();
        } catch (OrdersWentOn | OwnershipLost | LedgerMismatch nothingWritten) {
            throw nothingWritten;
        } catch (DatabaseFault | EJBException unknownOutcome) {
            LOG.log(Level.WARNING, "Whether entry {0} of PSD {1} was committed is being found out: {2}",
                    next.entry().number(), next.entry().psd(), unknownOutcome.getMessage());
            inDoubt = next;
            resolveDoubt();
            if (!head.equals(next.entry())) {
                throw unknownOutcome;
            }
            return;
        }
        isCommitted(next);
    }

    private void resolveDoubt() {
        if (inDoubt != null) {
            boolean written = at.ledger().isRecorded(inDoubt);
            SealedEntry resolved = inDoubt;
            inDoubt = null;
            if (written) {
                isCommitted(resolved);
            }
        }
    }

    private void isCommitted(SealedEntry entry) {
        head = entry.entry();
        if (head.kind() == Kind.FUNDED) {
            funds.credited();
        }
        committed.accept(head.number());
    }
}
