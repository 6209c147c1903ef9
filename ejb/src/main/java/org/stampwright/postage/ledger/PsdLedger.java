package org.stampwright.postage.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.postage.comparison.HeadComparison;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.comparison.SellingStopped;
import org.stampwright.postage.indicium.Records;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderTransitions;

/**
 * Writes a PSD and its ledger. Each method is one JTA transaction that commits the device's row, the sealed entry and
 * everything that belongs to them together or not at all. Seals are made before; nothing is signed inside.
 */
@Stateless
public class PsdLedger {

    private static final String OPEN =
            "insert into psd (serial, request_id, state, owner_id, epoch, lease_until, ascending,"
                    + " descending, funds_added, funds_withdrawn, piece_count, entry_number, head, maximum_descending,"
                    + " maximum_postage, receipted_entry, version) values (?1, ?2, 'active', ?3, ?4,"
                    + Lease.END + ", 0, 0, 0, 0, 0, 1, ?5, ?6, ?7, 0, 1)";
    private static final String TO_BE_HAD =
            "select 1 from psd where serial = ?1 and (owner_id = ?2 or lease_until < now())" + " for update";
    private static final String LEASE = "update psd set lease_until = " + Lease.END + " where serial = ?1";
    private static final String SUSPEND =
            "update psd set state = 'suspended', suspended_because = ?2, version = version + 1"
                    + " where serial = ?1 and state = 'active' and owner_id = ?3 and epoch = ?4";
    private static final String ALARM =
            "update psd set state = 'suspended', suspended_because = ?2, version = version + 1"
                    + " where serial = ?1 and state = 'active'";
    private static final String LOCK = "select 1 from psd where serial = ?1 for update";

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    @Inject
    OrderTransitions orders;

    @Inject
    Records records;

    @Inject
    Clock clock;

    @Inject
    SellingStop stop;

    @Inject
    HeadComparison comparison;

    /**
     * Opens a device that the authority granted for this request.
     *
     * @throws SellingStopped if selling is stopped
     */
    public void open(UUID request, SealedEntry first) {
        stop.requireNone();
        LedgerEntry entry = first.entry();
        entities.createNativeQuery(OPEN)
                .setParameter(1, entry.psd().value())
                .setParameter(2, request)
                .setParameter(3, entry.owner())
                .setParameter(4, entry.epoch())
                .setParameter(5, entry.hash())
                .setParameter(6, entry.maximumDescending().mills())
                .setParameter(7, entry.maximumPostage().mills())
                .executeUpdate();
        records.insert(first, List.of());
    }

    /**
     * Takes ownership of the server system's own device, or of one whose lease has ended.
     *
     * @throws OwnershipLost if the device cannot be taken
     * @throws SellingStopped if selling is stopped
     */
    public void take(SealedEntry taken) {
        stop.requireNone();
        LedgerEntry entry = taken.entry();
        long serial = entry.psd().value();
        if (entities.createNativeQuery(TO_BE_HAD)
                .setParameter(1, serial)
                .setParameter(2, entry.owner())
                .getResultList()
                .isEmpty()) {
            throw new OwnershipLost("PSD " + serial + " has a living owner");
        }
        entities.find(Psd.class, serial).taken(entry);
        entities.flush();
        entities.createNativeQuery(LEASE).setParameter(1, serial).executeUpdate();
        records.insert(taken, List.of());
    }

    /**
     * Debits the device for the batch and records entry and contents, if every order is still claimed for it.
     *
     * @throws OrdersAdvanced naming the orders that are not; nothing is written then
     * @throws OwnershipLost if another server system owns the device by now
     * @throws LedgerMismatch if row and entry do not match
     * @throws SellingStopped if selling is stopped
     */
    public void debit(Batch batch, SealedEntry sealed) {
        stop.requireNone();
        LedgerEntry entry = sealed.entry();
        entities.find(Psd.class, entry.psd().value()).debit(batch.total(), entry);
        entities.flush();
        Set<OrderRef> advanced =
                batch.orders().stream().map(WaitingOrder::ref).collect(Collectors.toCollection(LinkedHashSet::new));
        orders.franked(List.copyOf(advanced), entry.owner()).stream()
                .map(OrderSnapshot::ref)
                .forEach(advanced::remove);
        if (!advanced.isEmpty()) {
            throw new OrdersAdvanced(advanced);
        }
        records.insert(sealed, batch.contents());
    }

    /**
     * Credits a granted funding, once.
     *
     * @throws OwnershipLost if another server system owns the device by now, or has credited it
     * @throws LedgerMismatch if row and entry do not match
     * @throws SellingStopped if selling is stopped
     */
    public void fund(Funding granted, SealedEntry sealed) {
        stop.requireNone();
        LedgerEntry entry = sealed.entry();
        entities.find(Psd.class, entry.psd().value()).fund(granted.amount(), entry);
        entities.find(Funding.class, granted.id()).credited(entry.number(), clock.instant());
        entities.flush();
        records.insert(sealed, List.of());
    }

    /**
     * Returns whether exactly this entry is in the ledger. It locks the device's row first: a commit whose answer was
     * lost may still be in flight in the database, and its outcome is unknown until it ends.
     */
    public boolean isRecorded(SealedEntry sealed) {
        LedgerEntry entry = sealed.entry();
        entities.createNativeQuery(LOCK).setParameter(1, entry.psd().value()).getResultList();
        return records.after(entry.psd().value(), entry.number() - 1, 1).stream()
                .anyMatch(committed -> committed.sealed().equals(sealed));
    }

    /** Returns the device's current row. */
    public Psd row(long serial) {
        return entities.find(Psd.class, serial);
    }

    /**
     * Suspends this device until the operator has investigated, unless another instance owns it by now and with it the
     * ledger. The authority may be ahead on other devices too, so all heads are compared again.
     *
     * @return false if another instance owns the device, or if it is not active
     */
    public boolean suspend(Ownership of, String because) {
        comparison.demand();
        return entities.createNativeQuery(SUSPEND)
                        .setParameter(1, of.psd())
                        .setParameter(2, because)
                        .setParameter(3, of.owner())
                        .setParameter(4, of.epoch())
                        .executeUpdate()
                == 1;
    }

    /**
     * Suspends a PSD regardless of its owner, because a record of it that was read outside the ledger's own work does
     * not match its seal.
     *
     * @return false if it is not active
     */
    public boolean alarm(long serial, String because) {
        return entities.createNativeQuery(ALARM)
                        .setParameter(1, serial)
                        .setParameter(2, because)
                        .executeUpdate()
                == 1;
    }
}
