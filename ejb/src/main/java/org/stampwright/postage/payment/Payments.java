package org.stampwright.postage.payment;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.stampwright.indicium.Money;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * The payments of orders. Each change is one conditional update on (order, number, state), in a short transaction
 * between two requests to the company. A payment that the change does not fit, because it has ended or advanced
 * meanwhile, stays as it is and is returned so. When an order is held or captured, its payment changes in the same
 * statement, see {@code workflow.OrderSteps}.
 *
 * <p>Life cycle of a payment, one attempt to pay for an order: <em>opening</em> (committed before the card company is
 * asked) → <em>open</em> (its id there is known) → perhaps <em>requires-action</em> → <em>held</em> →
 * <em>captured</em>, or else <em>declined</em>, <em>cancelled</em>, <em>expired</em>. These three are reached only when
 * the company answered that no amount is held, or when it never confirmed the creation. That is safe: an unconfirmed
 * intent holds nothing, and a consumer cannot pay on a page that was never shown. At most one payment of an order is
 * not in such a final state, so an order is charged once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Payments {

    /** The life of a hosted page and of an unconfirmed intent (the company requires at least 30 minutes for a page). */
    static final Duration LIFE = Duration.ofMinutes(31);

    /** The company's answer to the creation comes within this time or not at all; a page's life allows for it. */
    static final Duration CREATION = Duration.ofSeconds(45);

    private static final String RETURNING = " returning " + PaymentView.COLUMNS;
    private static final String NEWEST = "select " + PaymentView.COLUMNS
            + " from payment p where p.order_id = :order order by p.number desc limit 1";
    private static final String ORDER_OF = "select order_id from payment where session_id = :id"
            + " union select order_id from payment where intent_id = :id";
    private static final String INSERT = "insert into payment as p (order_id, number, kind, state, amount, opened_at,"
            + " expires_at) values (:order, :number, :kind, 'opening', :amount, :now, :expires)" + RETURNING;
    private static final String OPENED = "with due as (select c.order_id, c.number, n.session, n.intent, n.url from"
            + " payment c join unnest(:orders, :numbers, :sessions, :intents, :urls) as n(id, number, session, intent,"
            + " url) on c.order_id = n.id and c.number = n.number where c.state = 'opening' order by c.order_id"
            + " for update of c) update payment p set session_id = due.session, intent_id = due.intent, url = due.url,"
            + " state = 'open', version = p.version + 1 from due where p.order_id = due.order_id"
            + " and p.number = due.number" + RETURNING;
    private static final String AT = " where p.order_id = :order and p.number = :number and p.state in ";

    @Inject
    private Jdbi jdbi;

    @Inject
    private OrderTransitions orders;

    @Inject
    private Clock clock;

    /** A creation that the company confirmed. */
    public record Opening(PaymentView payment, Created.Made made) {}

    /** Returns the newest payment of an order. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<PaymentView> newest(UUID order) {
        return one(NEWEST, q -> q.bind("order", order));
    }

    /** Returns the payment that may still lead to a charge, or has. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<PaymentView> live(UUID order) {
        return newest(order).filter(payment -> payment.state().isLive());
    }

    /** Returns the order that a payment at the company belongs to. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<UUID> orderOf(String sessionOrIntent) {
        return jdbi.withHandle(handle -> handle.createQuery(ORDER_OF)
                .bind("id", sessionOrIntent)
                .mapTo(UUID.class)
                .findFirst());
    }

    /** Begins the first payment of an order that is placed in the same transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public PaymentView beginWithOrder(UUID order, PaymentKind kind, Money amount) {
        return insert(order, 1, kind, amount);
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
        Optional<PaymentView> newest = newest(order)
                .map(payment -> isUnheard(payment) ? forgone(payment, PaymentState.EXPIRED, null, null) : payment);
        if (newest.isPresent() && newest.get().state().isLive()) {
            return newest;
        }
        int number = newest.map(payment -> payment.number() + 1).orElse(1);
        return Optional.of(insert(order, number, kind, amount));
    }

    /** Returns whether the company should have confirmed the creation by now. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean isUnheard(PaymentView payment) {
        return payment.state() == PaymentState.OPENING
                && clock.instant().isAfter(payment.openedAt().plus(CREATION));
    }

    private PaymentView insert(UUID order, int number, PaymentKind kind, Money amount) {
        Instant now = clock.instant();
        return one(INSERT, q -> q.bind("order", order)
                        .bind("number", number)
                        .bind("kind", kind.text())
                        .bind("amount", amount.mills())
                        .bind("now", Timestamp.from(now))
                        .bind("expires", Timestamp.from(now.plus(LIFE))))
                .orElseThrow();
    }

    /** Records that the company created these payments; returns them in the same order. */
    public List<PaymentView> opened(List<Opening> openings) {
        Map<UUID, PaymentView> opened = all(
                        OPENED, q -> q.bindArray("orders", UUID.class, column(openings, o -> o.payment()
                                        .order()))
                                .bindArray("numbers", Integer.class, column(openings, o -> o.payment()
                                        .number()))
                                .bindArray("sessions", String.class, column(openings, o -> o.made()
                                        .sessionId()))
                                .bindArray("intents", String.class, column(openings, o -> o.made()
                                        .intentId()))
                                .bindArray("urls", String.class, column(openings, o -> o.made()
                                        .url())))
                .stream()
                .collect(Collectors.toMap(PaymentView::order, Function.identity()));
        return openings.stream()
                .map(o -> Optional.ofNullable(opened.get(o.payment().order())).orElseGet(() -> asStored(o.payment())))
                .toList();
    }

    private static Object[] column(Collection<Opening> openings, Function<Opening, Object> part) {
        return openings.stream().map(part).toArray();
    }

    /** Records the intent behind a session, which shows only once the consumer has paid. */
    public PaymentView paidBy(PaymentView payment, String intentId) {
        PaymentView now = change(
                payment,
                "intent_id = :intent",
                PaymentState.LIVE,
                " and (p.intent_id is null or p.intent_id = :intent)",
                q -> q.bind("intent", intentId));
        if (now.state().isLive() && !intentId.equals(now.intentId())) {
            throw new IllegalStateException(
                    "payment " + now.number() + " of " + now.order() + " has intent " + now.intentId());
        }
        return now;
    }

    public PaymentView requiresAction(PaymentView payment, String url) {
        return change(
                payment,
                "state = 'requires-action', url = :url",
                List.of(PaymentState.OPEN, PaymentState.REQUIRES_ACTION),
                "",
                q -> q.bind("url", url));
    }

    /** Records a capture that was not requested for a release, such as one that came before a cancel. */
    public PaymentView captured(PaymentView payment) {
        return change(payment, "state = 'captured', captured = p.amount", PaymentState.AT_COMPANY, "", q -> q);
    }

    /** Ends a payment that the company has not confirmed; one that it has confirmed meanwhile stays unchanged. */
    public PaymentView forgone(PaymentView payment, PaymentState end, ProblemKind refusal, String message) {
        return end(payment, List.of(PaymentState.OPENING), end, refusal, message);
    }

    /** Ends a payment without a charge, as the company confirmed; never after a capture. */
    public PaymentView ended(PaymentView payment, PaymentState end, ProblemKind refusal, String message) {
        return end(payment, PaymentState.UNCAPTURED, end, refusal, message);
    }

    private PaymentView end(
            PaymentView payment, List<PaymentState> from, PaymentState end, ProblemKind refusal, String message) {
        if (end.isLive()) {
            throw new IllegalArgumentException(end + " is no end");
        }
        return change(payment, "state = :end, refusal = :refusal, message = :message", from, "", q -> q.bind(
                        "end", end.text())
                .bind("refusal", refusal == null ? null : refusal.slug())
                .bind("message", message));
    }

    private PaymentView change(
            PaymentView payment,
            String change,
            Collection<PaymentState> from,
            String condition,
            UnaryOperator<Query> values) {
        String sql = "update payment p set " + change + ", version = p.version + 1" + AT + PaymentState.sql(from)
                + condition + RETURNING;
        return one(sql, q -> values.apply(q).bind("order", payment.order()).bind("number", payment.number()))
                .orElseGet(() -> asStored(payment));
    }

    private PaymentView asStored(PaymentView payment) {
        return one(
                        "select " + PaymentView.COLUMNS + " from payment p where p.order_id = :order"
                                + " and p.number = :number",
                        q -> q.bind("order", payment.order()).bind("number", payment.number()))
                .orElseThrow();
    }

    private Optional<PaymentView> one(String sql, UnaryOperator<Query> values) {
        return all(sql, values).stream().findFirst();
    }

    private List<PaymentView> all(String sql, UnaryOperator<Query> values) {
        return jdbi.withHandle(handle -> values.apply(handle.createQuery(sql))
                .map((row, context) -> PaymentView.of(row))
                .list());
    }
}
