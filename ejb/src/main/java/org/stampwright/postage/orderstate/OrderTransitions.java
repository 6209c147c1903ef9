package org.stampwright.postage.orderstate;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
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

    private static final String RETURNING = " returning " + OrderSnapshot.COLUMNS;
    private static final String AT = " where o.id = :id and o.state = :from and o.attempt = :attempt";
    private static final String UNCLAIM =
            "state = 'held', attempt = o.attempt + 1, franked_by = null, claimed_at = null";
    private static final String AMONG = "(o.id, o.attempt) in (select * from unnest(:ids, :attempts))";
    private static final String OF_PIECES = "(o.id, o.attempt) in (select c.order_id, c.attempt from indicium_content c"
            + " where c.psd = :psd and c.piece_count > :after and c.piece_count <= :upTo)";
    private static final String NOTHING_HELD = " and not exists (select from payment p where p.order_id = o.id"
            + " and p.state not in ('declined', 'cancelled', 'expired'))";
    private static final String ON_SUSPENDED = "exists (select from indicium_content c join psd p"
            + " on p.serial = c.psd where c.order_id = o.id and c.attempt = o.attempt and p.state <> 'active'"
            + " and (o.state = 'signed' or exists (select from psd_difference d where d.psd = p.serial)))"
            + " and o.waits_for is distinct from 'operator'";

    @Inject
    Jdbi jdbi;

    /** Returns the order as stored. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<OrderSnapshot> find(UUID order) {
        return one(
                "select " + OrderSnapshot.COLUMNS + " from postage_order o where o.id = :id", q -> q.bind("id", order));
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

    /** Placed or requires-action → held. */
    public boolean held(OrderSnapshot at) {
        return move(at, "state = 'held', waits_for = null").isPresent();
    }

    /** Held → claimed by this server system, if it is admitted and selling is not stopped. */
    public Optional<OrderSnapshot> claimed(OrderRef order, long server) {
        return one(
                update("state = 'claimed', franked_by = :server, claimed_at = now(), waits_for = 'server-system',"
                                + " reason = null, detail = null")
                        + AT + " and exists (select from server_system s where s.id = :server and s.state = 'admitted')"
                        + " and " + SellingStop.NONE + " and " + SellingStop.PLACED_SINCE
                        + RETURNING,
                at(order, OrderState.HELD).andThen(q -> q.bind("server", server))::apply);
    }

    /** Claimed → held at the next attempt, with nothing franked; the reason may be null. */
    public boolean givenBack(OrderRef order, ProblemKind reason, String detail) {
        return move(
                        order,
                        OrderState.CLAIMED,
                        UNCLAIM + ", waits_for = null, reason = :reason, detail = :detail",
                        values("reason", reason == null ? null : reason.slug(), "detail", detail))
                .isPresent();
    }

    /** Claimed → held at the next attempt for all orders, which then wait for the operator. */
    public void allGivenBack() {
        moveAll(UNCLAIM + ", waits_for = 'operator'", "o.state = 'claimed'", q -> q);
    }

    /** Claimed by this server system → franked; returns the orders that were claimed by it at their attempt. */
    public List<OrderSnapshot> franked(Collection<OrderRef> orders, long server) {
        return moveAll(
                "state = 'franked'",
                "o.state = 'claimed' and o.franked_by = :server and " + SellingStop.PLACED_SINCE + " and " + AMONG,
                among(orders).andThen(q -> q.bind("server", server))::apply);
    }

    /** Franked → held at the next attempt, because the order's pieces are abandoned in the same transaction. */
    public boolean abandoned(OrderRef order) {
        return move(order, OrderState.FRANKED, UNCLAIM + ", waits_for = null", Map.of())
                .isPresent();
    }

    /** Franked → signed; orders whose attempt was given up stay unchanged. */
    public List<OrderSnapshot> signed(Collection<OrderRef> orders) {
        return moveAll("state = 'signed', waits_for = 'authority'", "o.state = 'franked' and " + AMONG, among(orders));
    }

    /** Signed → receipted for the orders of the pieces after this piece count up to that. */
    public List<OrderSnapshot> receipted(long psd, long afterPiece, long upToPiece) {
        return moveAll(
                "state = 'receipted', waits_for = null",
                "o.state = 'signed' and " + OF_PIECES,
                q -> q.bind("psd", psd).bind("after", afterPiece).bind("upTo", upToPiece));
    }

    /**
     * Makes orders whose pieces cannot be abandoned wait for the operator: signed orders on a suspended PSD, and
     * franked orders whose outcome only the authority knows. Returns those that did not wait for the operator before.
     */
    public List<OrderSnapshot> waitForOperator() {
        return moveAll("waits_for = 'operator'", "o.state in ('signed', 'franked') and " + ON_SUSPENDED, q -> q);
    }

    /** Receipted → captured. */
    public Optional<OrderSnapshot> captured(OrderSnapshot at) {
        return move(at, "state = 'captured', waits_for = null");
    }

    /** Captured → released. */
    public boolean released(OrderSnapshot at) {
        return move(at, "state = 'released', settled_at = now(), waits_for = null")
                .isPresent();
    }

    /** Released → printed; a printed order stays printed. */
    public void printed(UUID order) {
        one(
                update("state = 'printed'") + " where o.id = :id and o.state = 'released'" + RETURNING,
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
                        update("state = :end, reason = :reason, detail = :detail, waits_for = null,"
                                        + " settled_at = now()")
                                + AT
                                + NOTHING_HELD
                                + RETURNING,
                        at(at.ref(), at.state())
                                        .andThen(q -> q.bindMap(
                                                values("end", end.text(), "reason", reason.slug(), "detail", detail)))
                                ::apply)
                .isPresent();
    }

    private Optional<OrderSnapshot> move(OrderSnapshot at, String change) {
        return move(at.ref(), at.state(), change, Map.of());
    }

    private Optional<OrderSnapshot> move(OrderRef order, OrderState from, String change, Map<String, ?> values) {
        return one(update(change) + AT + RETURNING, at(order, from).andThen(q -> q.bindMap(values))::apply);
    }

    private List<OrderSnapshot> moveAll(String change, String which, UnaryOperator<Query> values) {
        return all(
                "with due as (select o.id from postage_order o where " + which + " order by o.id for update) "
                        + update(change) + " from due where o.id = due.id" + RETURNING,
                values);
    }

    private static String update(String change) {
        return "update postage_order o set " + change + ", version = o.version + 1";
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
