package org.stampwright.postage.franking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.Money;
import org.stampwright.postage.ledger.Unfrankable;
import org.stampwright.postage.ledger.WaitingOrder;
import org.stampwright.postage.ledger.WaitingPiece;
import org.stampwright.postage.orderstate.OrderRef;

/**
 * Reads the orders that a server system has claimed, and the pieces to frank for one: a piece for each reserved
 * position.
 */
@Stateless
public class ClaimedOrders {

    private static final String CLAIMED_BY = "select id from postage_order where state = 'claimed'"
            + " and franked_by = :server order by claimed_at limit 200";
    private static final String LINES = "select l.line, l.quantity, l.unit_value, l.rate_category, o.sheet"
            + " from order_line l join postage_order o on o.id = l.order_id where o.id = :order order by l.line";
    private static final String POSITIONS =
            "select position from label_position where order_id = :order and state = 'reserved' order by position";

    @Inject
    Jdbi jdbi;

    private record Line(int line, int quantity, Money value, String rateCategory, LabelSerial sheet) {}

    /** Returns what this server system has claimed and not franked, oldest first. */
    public List<UUID> claimedBy(long server) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIMED_BY)
                .bind("server", server)
                .mapTo(UUID.class)
                .list());
    }

    /**
     * Returns the order with a piece for each of its reserved positions.
     *
     * @throws Unfrankable if the order does not have one reserved position for each piece
     */
    public WaitingOrder read(OrderRef order) {
        Deque<Integer> positions = new ArrayDeque<>(positions(order.id()));
        try {
            List<Line> lines = lines(order.id());
            List<WaitingPiece> pieces = pieces(lines, positions);
            if (pieces.isEmpty() || !positions.isEmpty()) {
                throw new IllegalStateException(
                        "it has " + pieces.size() + " pieces and " + positions.size() + " positions more");
            }
            return new WaitingOrder(order, lines.get(0).sheet(), pieces);
        } catch (IllegalArgumentException | IllegalStateException unfit) {
            throw new Unfrankable(order, unfit.getMessage(), unfit);
        }
    }

    private List<Integer> positions(UUID order) {
        return jdbi.withHandle(handle -> handle.createQuery(POSITIONS)
                .bind("order", order)
                .mapTo(Integer.class)
                .list());
    }

    private List<Line> lines(UUID order) {
        return jdbi.withHandle(handle -> handle.createQuery(LINES)
                .bind("order", order)
                .map((row, context) -> new Line(
                        row.getInt("line"),
                        row.getInt("quantity"),
                        Money.ofMills(row.getLong("unit_value")),
                        row.getString("rate_category"),
                        new LabelSerial(row.getString("sheet"))))
                .list());
    }

    private static List<WaitingPiece> pieces(List<Line> lines, Deque<Integer> positions) {
        List<WaitingPiece> pieces = new ArrayList<>();
        for (Line line : lines) {
            for (int i = 0; i < line.quantity(); i++) {
                if (positions.isEmpty()) {
                    throw new IllegalStateException("fewer reserved positions than pieces");
                }
                pieces.add(new WaitingPiece(line.line(), positions.remove(), line.value(), line.rateCategory()));
            }
        }
        return pieces;
    }
}
