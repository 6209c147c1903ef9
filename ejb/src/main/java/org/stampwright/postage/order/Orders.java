package org.stampwright.postage.order;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.indicium.Money;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Operator;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.payment.PaymentView;
import org.stampwright.postage.payment.Payments;
import org.stampwright.postage.rating.PricedLine;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.workflow.OrderProgress;

/** Orders as records, each visible only to the caller who owns it; any other caller gets not-found. */
@Stateless
public class Orders {

    private static final int PAGE = 200;
    private static final String SEARCH = "select o.id, o.state, o.attempt, o.channel, o.sheet, o.pieces, o.total,"
            + " r.name as receiver, f.name as franker, o.remote_address, o.placed_at, o.reason, o.waits_for"
            + " from postage_order o left join server_system r on r.id = o.received_by"
            + " left join server_system f on f.id = o.franked_by"
            + " where o.state = :state or (cast(:state as text) is null and o.state <> 'draft')"
            + " order by o.placed_at desc limit " + PAGE;

    private static final String BESIDE = "select s.stock, r.name as receiver, f.name as franker, a.login as email"
            + " from postage_order o left join label_sheet s on s.serial = o.sheet"
            + " left join server_system r on r.id = o.received_by left join server_system f on f.id = o.franked_by"
            + " left join account a on a.id = o.account_id and a.kind = 'consumer' where o.id = :order";

    /** What other tables hold about an order; each may be null. */
    private record Beside(String stock, String receivedBy, String frankedBy, String accountEmail) {}

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    @Inject
    Jdbi jdbi;

    @Inject
    private LabelSheets sheets;

    @Inject
    private Payments payments;

    @Inject
    private OrderProgress progress;

    /** Returns one order. Refusal: not-found. */
    public Answer<OrderView> view(Caller caller, UUID id) {
        PostageOrder order = find(id);
        if (order == null || !order.belongsTo(caller)) {
            return notFound();
        }
        return Answer.granted(view(order));
    }

    /**
     * Cancels an order before it is franked, after the card company has released every hold. Refusals: not-found,
     * too-late (it is being franked, or is finished), still-running (the card company does not answer; retry).
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Answer<OrderView> cancel(Caller caller, UUID id) {
        PostageOrder order = find(id);
        if (order == null || !order.belongsTo(caller)) {
            return notFound();
        }
        OrderState state = progress.cancel(id);
        if (!state.isUndone()) {
            return state.isUnpaid() || state == OrderState.HELD
                    ? Answer.refused(
                            ProblemKind.STILL_RUNNING, "The card company has not answered yet. Try again in a minute.")
                    : Answer.refused(
                            ProblemKind.TOO_LATE,
                            "This order is " + state.text() + " and cannot be cancelled any more.");
        }
        return Answer.granted(view(find(id)));
    }

    static <T> Answer<T> notFound() {
        return Answer.refused(ProblemKind.NOT_FOUND, "There is no such order.");
    }

    /**
     * Returns the order for the holder of a redeemed print ticket, who need not be the owner; the caller has checked
     * the ticket.
     */
    public OrderView ofTicket(UUID id) {
        return view(find(id));
    }

    /** Returns the orders of the caller's account, newest first. */
    public List<OrderView> mine(Caller caller) {
        if (caller.account().isEmpty()) {
            return List.of();
        }
        return entities
                .createQuery(
                        "select o from PostageOrder o where o.accountId = :account order by o.placedAt desc",
                        PostageOrder.class)
                .setParameter("account", caller.account().getAsLong())
                .setMaxResults(PAGE)
                .getResultList()
                .stream()
                .map(this::view)
                .toList();
    }

    /** Returns the newest orders for an operator: all of them except drafts, or those of one state. */
    public List<OrderSummary> search(Operator operator, OrderState state) {
        return jdbi.withHandle(handle -> handle.createQuery(SEARCH)
                .bind("state", state == null ? null : state.text())
                .map((row, context) -> summary(row))
                .list());
    }

    private static OrderSummary summary(ResultSet row) throws SQLException {
        return new OrderSummary(
                row.getObject("id", UUID.class),
                OrderState.of(row.getString("state")),
                row.getInt("attempt"),
                row.getString("channel"),
                Printed.serial(row.getString("sheet")),
                row.getInt("pieces"),
                Money.ofMills(row.getLong("total")),
                row.getString("receiver"),
                row.getString("franker"),
                row.getString("remote_address"),
                row.getTimestamp("placed_at").toInstant(),
                ProblemKind.of(row.getString("reason")),
                WaitsFor.of(row.getString("waits_for")));
    }

    /** Reads the row as it is now, regardless of earlier reads in this transaction. */
    private PostageOrder find(UUID id) {
        return entities.find(PostageOrder.class, id, Map.of("eclipselink.refresh", "true"));
    }

    private OrderView view(PostageOrder order) {
        Beside beside = beside(order.id());
        List<PricedLine> lines = lines(order.id());
        List<Integer> positions = sheets.of(order.id());
        String serial = order.sheet() == null ? null : order.sheet().printed();
        return new OrderView(
                order.id(),
                order.state(),
                order.ref().attempt(),
                order.channel().text(),
                nextStep(order),
                serial,
                beside.stock(),
                order.startPosition(),
                positions,
                lines,
                pieces(lines, positions),
                order.price(),
                "USD",
                beside.receivedBy(),
                beside.frankedBy(),
                order.remoteAddress(),
                order.guestEmail() == null ? beside.accountEmail() : order.guestEmail(),
                order.placedAt(),
                order.settledAt(),
                order.reason(),
                order.detail(),
                order.waitsFor());
    }

    private List<PricedLine> lines(UUID order) {
        return entities.createQuery("select l from OrderLine l where l.order = :order order by l.line", OrderLine.class)
                .setParameter("order", order)
                .setHint("eclipselink.refresh", "true")
                .getResultStream()
                .map(OrderLine::priced)
                .toList();
    }

    private static List<PieceView> pieces(List<PricedLine> lines, List<Integer> positions) {
        List<PieceView> pieces = new ArrayList<>();
        for (PricedLine line : lines) {
            for (int i = 0; i < line.quantity() && pieces.size() < positions.size(); i++) {
                pieces.add(new PieceView(
                        pieces.size() + 1,
                        positions.get(pieces.size()),
                        line.product(),
                        line.description(),
                        line.rateCategory(),
                        line.unitValue()));
            }
        }
        return pieces;
    }

    private NextStep nextStep(PostageOrder order) {
        if (!order.state().isUnpaid()) {
            return null;
        }
        Optional<String> url = payments.live(order.id()).map(PaymentView::url);
        return url.map(page -> new NextStep(order.state() == OrderState.REQUIRES_ACTION ? "authenticate" : "pay", page))
                .orElse(null);
    }

    private Beside beside(UUID order) {
        return jdbi.withHandle(handle -> handle.createQuery(BESIDE)
                .bind("order", order)
                .map((row, context) -> new Beside(
                        row.getString("stock"),
                        row.getString("receiver"),
                        row.getString("franker"),
                        row.getString("email")))
                .one());
    }
}
