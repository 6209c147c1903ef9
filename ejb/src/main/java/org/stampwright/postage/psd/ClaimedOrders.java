package org.stampwright.postage.psd;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.Money;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.database.DatabaseFault;

/** Reads what is to be franked for an order: its lines, piece by piece on its reserved positions in their order. */
@Stateless
public class ClaimedOrders {

    private static final String LINES = "select l.line, l.quantity, l.unit_value, l.rate_category, o.sheet"
            + " from order_line l join postage_order o on o.id = l.order_id where o.id = ? order by l.line";
    private static final String POSITIONS =
            "select position from label_position where order_id = ?" + " and state = 'reserved' order by position";

    @Resource(lookup = DataSources.WORK)
    DataSource work;

    /** @throws Unfrankable if the order has not one reserved position for each piece */
    public WaitingOrder read(UUID order, int attempt) {
        try (Connection connection = work.getConnection()) {
            Deque<Integer> positions = positions(connection, order);
            return read(connection, order, attempt, positions);
        } catch (SQLException fault) {
            throw new DatabaseFault("the lines of order " + order + " cannot be read", fault);
        } catch (IllegalArgumentException | IllegalStateException unfit) {
            throw new Unfrankable(new OrderAttempt(order, attempt), unfit.getMessage(), unfit);
        }
    }

    private static Deque<Integer> positions(Connection connection, UUID order) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(POSITIONS)) {
            select.setObject(1, order);
            Deque<Integer> positions = new ArrayDeque<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    positions.add(rows.getInt(1));
                }
            }
            return positions;
        }
    }

    private static WaitingOrder read(Connection connection, UUID order, int attempt, Deque<Integer> positions)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LINES)) {
            select.setObject(1, order);
            List<WaitingPiece> pieces = new ArrayList<>();
            String sheet = null;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    sheet = rows.getString("sheet");
                    addPieces(rows, positions, pieces);
                }
            }
            if (pieces.isEmpty() || !positions.isEmpty()) {
                throw new IllegalStateException(
                        "it has " + pieces.size() + " pieces and " + positions.size() + " positions more");
            }
            return new WaitingOrder(order, attempt, new LabelSerial(sheet), pieces);
        }
    }

    private static void addPieces(ResultSet line, Deque<Integer> positions, List<WaitingPiece> pieces)
            throws SQLException {
        for (int i = 0; i < line.getInt("quantity"); i++) {
            if (positions.isEmpty()) {
                throw new IllegalStateException("fewer reserved positions than pieces");
            }
            pieces.add(new WaitingPiece(
                    line.getInt("line"),
                    positions.remove(),
                    Money.ofMills(line.getLong("unit_value")),
                    line.getString("rate_category")));
        }
    }
}
