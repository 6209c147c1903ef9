package org.stampwright.postage.franking;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
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
 * Reads the orders that a server system has claimed, and the pieces to frank for them: a piece for each reserved
 * position.
 */
@Stateless
public class ClaimedOrders {

    private static final int PAGE = 200;
    private static final String CLAIMED_BY = "select id, claimed_at from postage_order where unfinished"
            + " and state = 'claimed' and franked_by = :server and claimed_at < now() - interval '1 second'"
            + " and (claimed_at, id) > (:after, :id) order by claimed_at, id limit " + PAGE;
    private static final String PIECES = "select o.id, o.attempt, o.sheet,"
            + " (select array_agg(p.position order by p.position) from label_position p where p.order_id = o.id"
            + " and p.state = 'reserved') as positions,"
            + " array_agg(l.line order by l.line) filter (where l.line is not null) as lines,"
            + " array_agg(l.quantity order by l.line) filter (where l.line is not null) as quantities,"
            + " array_agg(l.unit_value order by l.line) filter (where l.line is not null) as unit_values,"
            + " array_agg(l.rate_category order by l.line) filter (where l.line is not null) as categories"
            + " from postage_order o left join order_line l on l.order_id = o.id where o.id = any(:ids)"
            + " group by o.id, o.attempt, o.sheet";

    @Inject
    Jdbi jdbi;

    /** An order in the list of those that a server system has claimed, by the time of its claim. */
    public record Claimed(UUID order, Instant at) {
        static final Claimed NONE = new Claimed(new UUID(0, 0), Instant.EPOCH);
    }

    /**
     * What was read of claimed orders.
     *
     * @param orders those that can be franked
     * @param unfit those that do not have one reserved position for each piece
     */
    public record Read(List<WaitingOrder> orders, List<Unfrankable> unfit) {}

    /** Returns a page of what this server system has claimed for a second and not franked, oldest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Claimed> claimedBy(long server, Claimed after) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIMED_BY)
                .bind("server", server)
                .bind("after", after.at())
                .bind("id", after.order())
                .map((row, context) -> new Claimed(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("claimed_at").toInstant()))
                .list());
    }

    /** Returns these orders with a piece for each of their reserved positions. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Read read(Collection<OrderRef> attempts) {
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        jdbi.useHandle(handle -> handle.createQuery(PIECES)
                .bindArray(
                        "ids", UUID.class, attempts.stream().map(OrderRef::id).toArray())
                .map((row, context) -> row(row, read))
                .list());
        return read;
    }

    private static OrderRef row(ResultSet row, Read read) throws SQLException {
        OrderRef attempt = new OrderRef(row.getObject("id", UUID.class), row.getInt("attempt"));
        try {
            read.orders().add(new WaitingOrder(attempt, new LabelSerial(row.getString("sheet")), pieces(row)));
        } catch (IllegalArgumentException | IllegalStateException unfit) {
            read.unfit().add(new Unfrankable(attempt, unfit.getMessage(), unfit));
        }
        return attempt;
    }

    private static List<WaitingPiece> pieces(ResultSet row) throws SQLException {
        Deque<Integer> positions = new ArrayDeque<>(List.of(array(row, "positions", new Integer[0])));
        Integer[] lines = array(row, "lines", new Integer[0]);
        Integer[] quantities = array(row, "quantities", new Integer[0]);
        Long[] values = array(row, "unit_values", new Long[0]);
        String[] categories = array(row, "categories", new String[0]);
        List<WaitingPiece> pieces = new ArrayList<>();
        for (int line = 0; line < lines.length; line++) {
            for (int i = 0; i < quantities[line]; i++) {
                if (positions.isEmpty()) {
                    throw new IllegalStateException("fewer reserved positions than pieces");
                }
                pieces.add(new WaitingPiece(
                        lines[line], positions.remove(), Money.ofMills(values[line]), categories[line]));
            }
        }
        if (pieces.isEmpty() || !positions.isEmpty()) {
            throw new IllegalStateException(
                    "it has " + pieces.size() + " pieces and " + positions.size() + " positions more");
        }
        return pieces;
    }

    @SuppressWarnings("unchecked")
    private static <T> T[] array(ResultSet row, String column, T[] none) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? none : (T[]) array.getArray();
    }
}
