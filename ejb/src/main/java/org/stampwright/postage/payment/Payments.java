package org.stampwright.postage.payment;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.stampwright.indicium.Money;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * The rows of {@link Payment}; each change is a short transaction of its own between two requests to the company. A
 * payment that has ended meanwhile stays unchanged.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Payments {

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    @Inject
    private OrderTransitions orders;

    @Inject
    private Clock clock;

    /** Returns the newest payment of an order. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<PaymentView> newest(UUID order) {
        return of(order).stream().findFirst().map(Payment::view);
    }

    /** Returns the payment that may still lead to a charge, or has. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<PaymentView> live(UUID order) {
        return newest(order).filter(payment -> payment.state().isLive());
    }

    /** Returns the order that a payment at the company belongs to. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<UUID> orderOf(String sessionOrIntent) {
        return entities.createQuery(
                        "select p from Payment p where p.sessionId = :id or p.intentId = :id", Payment.class)
                .setParameter("id", sessionOrIntent)
                .getResultStream()
                .findFirst()
                .map(p -> p.view().order());
    }

    /**
     * Begins a payment before the company is asked, or returns the one that is live already. A payment whose creation
     * the company has not confirmed in time is replaced by the next. Empty if the order can no longer be paid. Its row
     * is locked here and where the order is undone, so no payment begins for an ended order.
     */
    public Optional<PaymentView> begin(UUID order, PaymentKind kind, Money amount) {
        if (!orders.lockUnpaid(order)) {
            return Optional.empty();
        }
        Optional<Payment> newest = of(order).stream().findFirst();
        newest.filter(payment -> payment.isUnheard(clock.instant())).ifPresent(payment -> {
            entities.refresh(payment, LockModeType.PESSIMISTIC_WRITE);
            payment.forgone(PaymentState.EXPIRED, null, null);
        });
        if (newest.isPresent() && newest.get().isLive()) {
            return newest.map(Payment::view);
        }
        int number = newest.map(payment -> payment.view().number() + 1).orElse(1);
        Payment payment = new Payment(order, number, kind, amount, clock.instant());
        entities.flush();
        entities.persist(payment);
        entities.flush();
        return Optional.of(payment.view());
    }

    /** Records that the company created the payment. */
    public PaymentView opened(PaymentView payment, String sessionId, String intentId, String url) {
        return change(payment, row -> row.openedAs(sessionId, intentId, url));
    }

    /** Records the intent behind a session. */
    public PaymentView paidBy(PaymentView payment, String intentId) {
        return change(payment, row -> row.paidBy(intentId));
    }

    public PaymentView requiresAction(PaymentView payment, String url) {
        return change(payment, row -> row.requiresAction(url));
    }

    public PaymentView held(PaymentView payment) {
        return change(payment, Payment::held);
    }

    public PaymentView captured(PaymentView payment) {
        return change(payment, Payment::captured);
    }

    /** Ends a payment that the company has not confirmed; one that it has confirmed meanwhile stays unchanged. */
    public PaymentView forgone(PaymentView payment, PaymentState end, ProblemKind refusal, String message) {
        return change(payment, row -> row.forgone(end, refusal, message));
    }

    /** Ends a payment without a charge, as the company confirmed. */
    public PaymentView ended(PaymentView payment, PaymentState end, ProblemKind refusal, String message) {
        return change(payment, row -> row.endedAs(end, refusal, message));
    }

    private PaymentView change(PaymentView payment, Consumer<Payment> verb) {
        Payment row = entities.find(Payment.class, payment.key(), LockModeType.PESSIMISTIC_WRITE);
        if (row.isLive()) {
            verb.accept(row);
            entities.flush();
        }
        return row.view();
    }

    private List<Payment> of(UUID order) {
        return entities.createQuery(
                        "select p from Payment p where p.order = :order order by p.number desc", Payment.class)
                .setParameter("order", order)
                .getResultList();
    }
}
