package org.stampwright.postage.worker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongConsumer;
import org.stampwright.indicium.ledger.Kind;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.postage.batch.FaultCause;
import org.stampwright.postage.comparison.SellingStopped;
import org.stampwright.postage.indicium.Unsealed;
import org.stampwright.postage.ledger.Batch;
import org.stampwright.postage.ledger.Funding;
import org.stampwright.postage.ledger.Lease;
import org.stampwright.postage.ledger.LedgerMismatch;
import org.stampwright.postage.ledger.OrdersAdvanced;
import org.stampwright.postage.ledger.Ownership;
import org.stampwright.postage.ledger.OwnershipLost;
import org.stampwright.postage.ledger.Unfrankable;
import org.stampwright.postage.ledger.WaitingOrder;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.signing.ModuleOffline;

/**
 * The one writer of one PSD while this instance owns it. It takes the waiting orders, computes and seals the next
 * ledger entry in memory, and has it committed. Before each entry the row must still match the entry that it committed
 * last. An order that is no longer claimed is dropped and the entry is made again under the same number. Orders that
 * the registers do not cover wait for funds. The owner stops when its lease is about to end, when another instance owns
 * the PSD, and when row and ledger do not match.
 *
 * <p>One thread runs it; only {@link #accept}, {@link #stop} and the queries are for other threads.
 */
public final class PsdOwner implements Runnable {

    private static final Logger LOG = System.getLogger(PsdOwner.class.getName());
    private static final Duration IDLE = Duration.ofMillis(500);

    private final OwnerContext at;
    private final Lease lease;
    private final LongConsumer committed;
    private final TopUps funds;
    private final ModuleAbsence absence;
    private final OwnerInbox inbox;
    private final WaitingOrders waiting = new WaitingOrders();
    private SealedEntry inDoubt;
    private volatile LedgerEntry head;
    private volatile boolean stopped;
    private boolean closed;

    /**
     * Creates the owner of a PSD.
     *
     * @param head the newest committed entry, which this instance sealed when it took ownership
     * @param committed receives the number of each entry after its commit
     */
    PsdOwner(OwnerContext at, Lease lease, LedgerEntry head, LongConsumer committed) {
        this.at = at;
        this.lease = lease;
        this.head = head;
        this.committed = committed;
        this.inbox = new OwnerInbox(at.inFlight()::size);
        this.absence = new ModuleAbsence(at.clock());
        this.funds = new TopUps(at, answer -> inbox.add(new OwnerMessage.Funds(answer)));
    }

    /**
     * Accepts an order that this instance has claimed.
     *
     * @return false if work has ended here and the order is not accepted
     */
    public synchronized boolean accept(WaitingOrder order) {
        if (closed) {
            return false;
        }
        at.inFlight().isWith(this, order.ref());
        return inbox.add(new OwnerMessage.Frank(order));
    }

    /** Returns how many orders wait here. */
    int load() {
        return waiting.length() + inbox.size();
    }

    LedgerEntry head() {
        return head;
    }

    boolean isAtWork() {
        return !stopped && lease.holds();
    }

    /**
     * Returns whether an order may be queued here: the owner is at work, and its module signs or has been absent only
     * briefly.
     */
    boolean canFrank() {
        return isAtWork() && !absence.lastsTooLong();
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            finishOpen();
            while (isAtWork()) {
                gather(IDLE);
                step();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            stopped = true;
            leaveAll();
            LOG.log(Level.INFO, "Stopped work on PSD {0} in epoch {1}", head.psd(), head.epoch());
        }
    }

    /** Finishes a funding that the previous owner left open at the authority. */
    void finishOpen() {
        funds.finishOpen(head);
    }

    /** Releases the waiting orders and those franked here without a receipt; the PSD's next owner finishes them. */
    private synchronized void leaveAll() {
        closed = true;
        at.inFlight().leaveAllOf(this);
    }

    /** Collects incoming messages, waiting at most this long for the first. */
    void gather(Duration atMost) throws InterruptedException {
        inbox.gather(atMost).forEach(this::read);
    }

    private void read(OwnerMessage came) {
        if (came instanceof OwnerMessage.Frank frank) {
            waiting.add(frank.order());
        } else if (came instanceof OwnerMessage.Funds answer) {
            funds.answered(answer.answer());
        }
    }

    /** Does the work that is possible now; after any exception the rest is left to the next step. */
    void step() {
        try {
            work();
        } catch (OwnershipLost | SellingStopped lost) {
            LOG.log(Level.WARNING, "Stops debiting: {0}", lost.getMessage());
            stopped = true;
        } catch (LedgerMismatch | Unsealed alarm) {
            suspend(alarm);
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "PSD " + head.psd() + " will be retried", fault);
        }
    }

    private void work() {
        resolveDoubt();
        try {
            seeWhetherModuleIsBack();
            creditFunds();
            refuseHopeless();
            frankWaiting();
        } catch (ModuleOffline noticed) {
            giveBackIfAbsentTooLong();
        }
        drop(funds.seeTo(head, waiting.all()));
    }

    /**
     * Seals the newest entry again, without effect, to notice that the module is back: no waiting work would show it.
     */
    private void seeWhetherModuleIsBack() {
        if (absence.lasts()) {
            sealed(head);
        }
    }

    private void giveBackIfAbsentTooLong() {
        if (absence.lastsTooLong()) {
            waiting.all().forEach(order -> giveBack(order, null, null));
        }
    }

    private void giveBack(WaitingOrder order, ProblemKind reason, String detail) {
        at.orders().givenBack(order.ref(), reason, detail);
        drop(List.of(order));
    }

    private void drop(List<WaitingOrder> orders) {
        waiting.remove(orders);
        at.inFlight().leave(orders.stream().map(WaitingOrder::ref).toList());
    }

    private void suspend(RuntimeException alarm) {
        LOG.log(Level.ERROR, "PSD " + head.psd() + " is to be suspended", alarm);
        stopped = true;
        try {
            at.ledger().suspend(Ownership.saidBy(head), alarm.getMessage());
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "PSD " + head.psd() + " is not suspended; its next owner compares again", fault);
        }
    }

    private void creditFunds() {
        Funding granted = funds.granted();
        if (granted != null) {
            SealedEntry sealed = sealed(head.funded(granted.amount()));
            commit(sealed, () -> at.ledger().fund(granted, sealed));
        }
    }

    private void refuseHopeless() {
        for (WaitingOrder order : waiting.all()) {
            funds.refusal(head, order).ifPresent(refusal -> giveBack(order, refusal.kind(), refusal.message()));
        }
    }

    private void frankWaiting() {
        List<WaitingOrder> next = covered();
        while (!next.isEmpty() && isAtWork()) {
            frankOrSplit(next);
            next = covered();
        }
    }

    /**
     * Franks these orders together. If the batch cannot be committed because of one of them, each half is tried, until
     * that order is alone and is given back; the others go on.
     */
    private void frankOrSplit(List<WaitingOrder> orders) {
        try {
            frank(orders);
            waiting.remove(orders);
        } catch (OrdersAdvanced gone) {
            LOG.log(Level.INFO, "Dropped from the batch: {0}", gone.getMessage());
            drop(orders.stream()
                    .filter(order -> gone.orders().contains(order.ref()))
                    .toList());
        } catch (Unfrankable cannot) {
            LOG.log(Level.ERROR, "Dropped from the batch", cannot);
            orders.stream()
                    .filter(order -> order.ref().equals(cannot.order()))
                    .toList()
                    .forEach(this::setAside);
        } catch (ModuleOffline | OwnershipLost | LedgerMismatch | SellingStopped | Unsealed ofThePsd) {
            throw ofThePsd;
        } catch (RuntimeException fault) {
            split(orders, fault);
        }
    }

    private void split(List<WaitingOrder> orders, RuntimeException fault) {
        if (FaultCause.of(fault) != FaultCause.DATA) {
            throw fault;
        }
        if (orders.size() == 1) {
            LOG.log(Level.ERROR, "Order " + orders.get(0).id() + " cannot be committed and is given back", fault);
            setAside(orders.get(0));
            return;
        }
        frankOrSplit(orders.subList(0, orders.size() / 2));
        frankOrSplit(orders.subList(orders.size() / 2, orders.size()));
    }

    private void setAside(WaitingOrder order) {
        giveBack(order, Unfrankable.KIND, Unfrankable.detail());
    }

    private void frank(List<WaitingOrder> orders) {
        LocalDate today = LocalDate.ofInstant(at.clock().instant(), ZoneOffset.UTC);
        Batch batch = Batch.of(
                head,
                orders,
                new Batch.Stationery(at.licence().letterhead(), at.module().indicium(), today));
        SealedEntry sealed = sealed(batch.entry());
        commit(sealed, () -> at.ledger().debit(batch, sealed));
    }

    private List<WaitingOrder> covered() {
        return waiting.covered(head.registers().descending());
    }

    private SealedEntry sealed(LedgerEntry entry) {
        try {
            SealedEntry sealed = new SealedEntry(entry, at.module().module().seal(entry));
            absence.ended();
            return sealed;
        } catch (ModuleOffline offline) {
            if (absence.noticed()) {
                LOG.log(Level.WARNING, "PSD " + head.psd() + " waits for its module", offline);
            }
            throw offline;
        }
    }

    /**
     * Commits the entry. Only a named refusal proves that nothing was written; after any other exception the ledger is
     * queried.
     */
    private void commit(SealedEntry next, Runnable transaction) {
        try {
            transaction.run();
        } catch (OrdersAdvanced | OwnershipLost | LedgerMismatch | SellingStopped nothingWritten) {
            throw nothingWritten;
        } catch (RuntimeException unknownOutcome) {
            LOG.log(
                    Level.WARNING,
                    "Checking whether entry " + next.entry().number() + " of PSD "
                            + next.entry().psd() + " was committed",
                    unknownOutcome);
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
