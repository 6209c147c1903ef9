package org.stampwright.vendor.payment;

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

/**
 * The rows of {@link Payment}, each change a short transaction of its own between two questions to the company.
 * One that has come to its end meanwhile stays as it is.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Payments {

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;
    @Inject
    private Clock clock;

    /** The newest payment of an order. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<PaymentView> newest(UUID order) {
        return of(order).stream().findFirst().map(Payment::view);
    }

    /** The payment that may still come to a charge, or has. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<PaymentView> live(UUID order) {
        return newest(order).filter(payment -> payment.state().isLive());
    }

    /** The order that a payment at the company belongs to. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<UUID> orderOf(String sessionOrIntent) {
        return entities.createQuery("select p from Payment p where p.sessionId = :id or p.intentId = :id", Payment.class)
                .setParameter("id", sessionOrIntent).getResultStream().findFirst().map(p -> p.view().order());
    }

    /** Begins a payment, before the company is asked; the one that is live already, if there is one. */
    public PaymentView begin(UUID order, PaymentKind kind, Money amount) {
        List<Payment> payments = of(order);
        if (!payments.isEmpty() && payments.get(0).view().state().isLive()) {
            return payments.get(0).view();
        }
        int number = payments.isEmpty() ? 1 : payments.get(0).view().number() + 1;
        Payment payment = new Payment(order, number, kind, amount, clock.instant());
        entities.persist(payment);
        entities.flush();
        return payment.view();
    }

    /** The company made it. */
    public PaymentView opened(PaymentView payment, String sessionId, String intentId, String url) {
        return change(payment, row -> row.openedAs(sessionId, intentId, url));
    }

    /** The intent behind a session is known. */
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

    /** It came to nothing, as the company confirmed. */
    public PaymentView ended(PaymentView payment, PaymentState end, String refusal, String message) {
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
        return entities.createQuery("select p from Payment p where p.order = :order order by p.number desc",
                Payment.class).setParameter("order", order).getResultList();
    }
}
