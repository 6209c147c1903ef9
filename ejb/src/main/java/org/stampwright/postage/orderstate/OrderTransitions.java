package org.stampwright.postage.orderstate;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * The only type that changes an order's state. Every transition is one conditional update on (id, state, attempt) in
 * the caller's transaction, or in its own, and returns the row after it. An order that it does not hit has been taken
 * on by another caller; no row is written, and the caller drops it. A set-based transition locks its rows ordered by
 * id.
 */
@Stateless
public class OrderTransitions {

    @Inject
    Jdbi jdbi;

    /** How long the driver of an order may take for a step; each step of the driver extends the lease. */
    public static final Duration LEASE = Duration.ofSeconds(TransitionSql.LEASE_SECONDS);

    /** The SQL expression for the end of a lease that begins now. */
    public static final String LEASE_END = TransitionSql.LEASE_END;

    /** Returns the order as stored. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<OrderSnapshot> find(UUID order) {
        return one(
                "select " + OrderSnapshot.COLUMNS + " from postage_order o where o.id = :id", q -> q.bind("id", order));
    }

    /** Returns those of these orders that exist, as stored. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<OrderSnapshot> find(Collection<UUID> orders) {
        return all(
                "select " + OrderSnapshot.COLUMNS + " from postage_order o where o.id = any(:ids)",
                q -> q.bindArray("ids", UUID.class, orders.toArray()));
    }

    /** Locks the order's row until the transaction ends, if the order is still unpaid. */
    public boolean lockUnpaid(UUID order) {
        return jdbi.withHandle(handle -> handle.createQuery("select 1 from postage_order where id = :id and state in "
                        + OrderState.sql(OrderState.UNPAID) + " for update")
                .bind("id", order)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
    }

    /** Draft → placed by this server system; null for an instance that is not registered yet. */
    public Optional<OrderSnapshot> placed(OrderRef order, Long receiver) {
        return move(
                order,
                OrderState.DRAFT,
                "state = 'placed', placed_at = now(), received_by = :receiver",
                values("receiver", receiver));
    }

    /** Records the party that an order in this state waits for. */
    public boolean waits(OrderRef order, OrderState state, WaitsFor whom) {
        return move(order, state, "waits_for = :whom", values("whom", whom.text()))
                .isPresent();
    }

    /** Placed → requires-action. */
    public boolean requiresAction(OrderSnapshot at) {
        return move(at, "state = 'requires-action', waits_for = 'consumer'").isPresent();
    }

    /**
     * A hold that the card company confirmed.
     *
     * @param payment the number of the order's payment that it belongs to
     * @param server the server system selected for the order, or null if there was none to select
     */
    public record Hold(OrderRef order, int payment, Long server) {}

    /**
     * Placed or requires-action → claimed for the selected server system, or held if that is not admitted or selling is
     * stopped. The payments become held in the same statement.
     *
     * @return for each hold the row after it; empty if the order or its payment has advanced meanwhile
     */
    public List<Optional<OrderSnapshot>> held(List<Hold> holds) {
        Map<UUID, OrderSnapshot> held =
                byId(all(TransitionSql.HOLD, onOrders(holds, Hold::order).andThen(q -> q.bindArray(
                                "payments", Integer.class, column(holds, Hold::payment))
                        .bindArray("servers", Long.class, column(holds, Hold::server)))::apply));
        return results(holds, hold -> hold.order().id(), held);
    }

    /** A selection: the order, and the server system that is to frank it. */
    public record Claim(OrderRef order, long server) {}

    /**
     * Held → claimed for these server systems.
     *
     * @return for each claim the row after it; empty if the order has advanced meanwhile, the server system is not
     *     admitted, or selling is stopped
     */
    public List<Optional<OrderSnapshot>> claimed(List<Claim> claims) {
        Map<UUID, OrderSnapshot> claimed = byId(all(
                TransitionSql.CLAIM,
                onOrders(claims, Claim::order)
                        .andThen(q -> q.bindArray("servers", Long.class, column(claims, Claim::server)))::apply));
        return results(claims, claim -> claim.order().id(), claimed);
    }

    /** Claimed → held at the next attempt, with nothing franked; the reason may be null. */
    public boolean givenBack(OrderRef order, ProblemKind reason, String detail) {
        return move(
                        order,
                        OrderState.CLAIMED,
                        TransitionSql.UNCLAIM + ", waits_for = null, reason = :reason, detail = :detail",
                        values("reason", reason == null ? null : reason.slug(), "detail", detail))
                .isPresent();
    }

    /** Claimed → held at the next attempt for all orders, which then wait for the operator. */
    public void allGivenBack() {
        moveAll(TransitionSql.UNCLAIM + ", waits_for = 'operator'", "o.state = 'claimed'", q -> q);
    }

    /** Claimed by this server system → franked; returns the orders that were claimed by it at their attempt. */
    public List<OrderSnapshot> franked(Collection<OrderRef> orders, long server) {
        return moveAll(
                "state = 'franked'",
                "o.state = 'claimed' and o.franked_by = :server and " + SellingStop.PLACED_SINCE + " and "
                        + TransitionSql.AMONG,
                among(orders).andThen(q -> q.bind("server", server))::apply);
    }

    /** Franked → held at the next attempt, because the order's pieces are abandoned in the same transaction. */
    public boolean abandoned(OrderRef order) {
        return move(order, OrderState.FRANKED, TransitionSql.UNCLAIM + ", waits_for = null", Map.of())
                .isPresent();
    }

    /** Franked → signed; orders whose attempt was given up stay unchanged. */
    public List<OrderSnapshot> signed(Collection<OrderRef> orders) {
        return moveAll(
                "state = 'signed', waits_for = 'authority'",
                "o.state = 'franked' and " + TransitionSql.AMONG,
                among(orders));
    }

    /** Franked or signed → receipted, for orders whose every piece has its fate in the same commit. */
    public List<OrderSnapshot> receipted(Collection<OrderRef> orders) {
        return moveAll(
                "state = 'receipted', waits_for = null",
                "o.state in ('franked', 'signed') and " + TransitionSql.AMONG,
                among(orders));
    }

    /**
     * Makes orders whose pieces cannot be abandoned wait for the operator: signed orders on a suspended PSD, and
     * franked orders whose outcome only the authority knows. Returns those that did not wait for the operator before.
     */
    public List<OrderSnapshot> waitForOperator() {
        return moveAll(
                "waits_for = 'operator'", "o.state in ('signed', 'franked') and " + TransitionSql.ON_SUSPENDED, q -> q);
    }

    /**
     * A capture of an order's whole total, which the card company confirmed.
     *
     * @param payment the number of the order's payment
     */
    public record Capture(OrderRef order, int payment) {}

    /**
     * Receipted → captured → released, in one commit with the payments, which are captured over the whole total.
     *
     * @return for each capture the row after it; empty if the order has advanced meanwhile or its payment does not fit
     */
    public List<Optional<OrderSnapshot>> captured(List<Capture> captures) {
        Map<UUID, OrderSnapshot> released = byId(all(
                TransitionSql.CAPTURE,
                onOrders(captures, Capture::order)
                                .andThen(
                                        q -> q.bindArray("payments", Integer.class, column(captures, Capture::payment)))
                        ::apply));
        return results(captures, capture -> capture.order().id(), released);
    }

    /** Captured → released: an order that an earlier version of this program captured. */
    public boolean released(OrderSnapshot at) {
        return move(at, "state = 'released', settled_at = now(), waits_for = null")
                .isPresent();
    }

    /** Released → printed; a printed order stays printed. */
    public void printed(UUID order) {
        one(
                TransitionSql.update("state = 'printed'") + " where o.id = :id and o.state = 'released'"
                        + TransitionSql.RETURNING,
                q -> q.bind("id", order));
    }

    /**
     * To declined, cancelled or expired. Only call it after the card company has released every hold. A payment that
     * was begun meanwhile, which also locks the order's row, keeps the order. The row is locked first, so that such a
     * payment is seen.
     */
    public boolean undone(OrderSnapshot at, OrderState end, ProblemKind reason, String detail) {
        jdbi.useHandle(handle -> handle.createQuery("select 1 from postage_order where id = :id for update")
                .bind("id", at.id())
                .mapTo(Integer.class)
                .list());
        return one(
                        TransitionSql.update("state = :end, reason = :reason, detail = :detail, waits_for = null,"
                                        + " settled_at = now()")
                                + TransitionSql.AT
                                + TransitionSql.NOTHING_HELD
                                + TransitionSql.RETURNING,
                        at(at.ref(), at.state())
                                        .andThen(q -> q.bindMap(
                                                values("end", end.text(), "reason", reason.slug(), "detail", detail)))
                                ::apply)
                .isPresent();
    }

    private static <T> UnaryOperator<Query> onOrders(List<T> items, Function<T, OrderRef> order) {
        return among(items.stream().map(order).toList());
    }

    private static <T> Object[] column(List<T> items, Function<T, Object> part) {
        return items.stream().map(part).toArray();
    }

    private static Map<UUID, OrderSnapshot> byId(List<OrderSnapshot> rows) {
        return rows.stream().collect(Collectors.toMap(OrderSnapshot::id, Function.identity()));
    }

    private static <T> List<Optional<OrderSnapshot>> results(
            List<T> items, Function<T, UUID> id, Map<UUID, OrderSnapshot> rows) {
        return items.stream()
                .map(item -> Optional.ofNullable(rows.get(id.apply(item))))
                .toList();
    }

    private Optional<OrderSnapshot> move(OrderSnapshot at, String change) {
        return move(at.ref(), at.state(), change, Map.of());
    }

    private Optional<OrderSnapshot> move(OrderRef order, OrderState from, String change, Map<String, ?> values) {
        return one(
                TransitionSql.update(change) + TransitionSql.AT + TransitionSql.RETURNING,
                at(order, from).andThen(q -> q.bindMap(values))::apply);
    }

    private List<OrderSnapshot> moveAll(String change, String which, UnaryOperator<Query> values) {
        return all(
                "with due as (select o.id from postage_order o where " + which + " order by o.id for update) "
                        + TransitionSql.update(change) + " from due where o.id = due.id" + TransitionSql.RETURNING,
                values);
    }

    private static UnaryOperator<Query> at(OrderRef order, OrderState from) {
        return q -> q.bind("id", order.id()).bind("attempt", order.attempt()).bind("from", from.text());
    }

    private static UnaryOperator<Query> among(Collection<OrderRef> orders) {
        return q -> q.bindArray(
                        "ids", UUID.class, orders.stream().map(OrderRef::id).toList())
                .bindArray(
                        "attempts",
                        Integer.class,
                        orders.stream().map(OrderRef::attempt).toList());
    }

    /** Returns a map that allows null values, from alternating names and values. */
    private static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }

    private Optional<OrderSnapshot> one(String sql, UnaryOperator<Query> values) {
        return all(sql, values).stream().findFirst();
    }

    private List<OrderSnapshot> all(String sql, UnaryOperator<Query> values) {
        return jdbi.withHandle(handle -> values.apply(handle.createQuery(sql))
                .map((row, context) -> OrderSnapshot.of(row))
                .list());
    }
}
