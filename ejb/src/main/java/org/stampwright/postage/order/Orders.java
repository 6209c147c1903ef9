package org.stampwright.postage.order;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

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
        List<?> rows = entities.createNativeQuery("select cast(o.id as text), o.state, o.attempt, o.channel, o.sheet,"
                        + " o.pieces, o.total, r.name, f.name, o.remote_address, o.placed_at, o.reason, o.waits_for"
                        + " from postage_order o left join server_system r on r.id = o.received_by"
                        + " left join server_system f on f.id = o.franked_by"
                        + " where o.state = cast(?1 as text) or (cast(?1 as text) is null and o.state <> 'draft')"
                        + " order by o.placed_at desc limit " + PAGE)
                .setParameter(1, state == null ? null : state.text())
                .getResultList();
        return rows.stream().map(row -> summary((Object[]) row)).toList();
    }

    private static OrderSummary summary(Object[] row) {
        return new OrderSummary(
                UUID.fromString((String) row[0]),
                OrderState.of((String) row[1]),
                ((Number) row[2]).intValue(),
                (String) row[3],
                Printed.serial((String) row[4]),
                row[5] == null ? 0 : ((Number) row[5]).intValue(),
                row[6] == null ? Money.ZERO : Money.ofMills(((Number) row[6]).longValue()),
                (String) row[7],
                (String) row[8],
                (String) row[9],
                instant(row[10]),
                ProblemKind.of((String) row[11]),
                WaitsFor.of((String) row[12]));
    }

    private static Instant instant(Object stored) {
        return ((Timestamp) stored).toInstant();
    }

    /** Reads the row as it is now, regardless of earlier reads in this transaction. */
    private PostageOrder find(UUID id) {
        return entities.find(PostageOrder.class, id, Map.of("eclipselink.refresh", "true"));
    }

    private OrderView view(PostageOrder order) {
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
                order.sheet() == null ? null : sheets.stockOf(order.sheet()),
                order.startPosition(),
                positions,
                lines,
                pieces(lines, positions),
                order.price(),
                "USD",
                name(order.receivedBy()),
                name(order.frankedBy()),
                order.remoteAddress(),
                email(order),
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

    private String email(PostageOrder order) {
        if (order.guestEmail() != null || order.accountId() == null) {
            return order.guestEmail();
        }
        return (String) entities.createNativeQuery(
                        "select case when kind = 'consumer' then login end from account" + " where id = ?1")
                .setParameter(1, order.accountId())
                .getSingleResult();
    }

    private String name(Long serverSystem) {
        return serverSystem == null
                ? null
                : (String) entities.createNativeQuery("select name from server_system where id = ?1")
                        .setParameter(1, serverSystem)
                        .getSingleResult();
    }
}
