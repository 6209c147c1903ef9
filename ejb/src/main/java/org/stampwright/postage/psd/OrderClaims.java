package org.stampwright.postage.psd;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.database.DatabaseFault;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * The steps of an order from held to receipted, which are the ledger's: each one conditional update on id, state and
 * attempt. Zero rows means that somebody else went on.
 */
@Stateless
public class OrderClaims {

    private static final String STANDING =
            "select state, attempt, franked_by, reason, detail from postage_order where id = ?";
    private static final String CLAIM =
            "update postage_order set state = 'claimed', franked_by = ?, claimed_at = now(),"
                    + " waits_for = 'server-system', reason = null, detail = null, version = version + 1"
                    + " where id = ? and state = 'held' and attempt = ?"
                    + " and exists (select 1 from server_system s where s.id = ? and s.state = 'admitted')"
                    + " and " + SellingStop.NONE + " and " + SellingStop.PLACED_SINCE;
    private static final String GIVE_BACK = "update postage_order set state = 'held', attempt = attempt + 1,"
            + " franked_by = null, claimed_at = null, waits_for = null, reason = ?, detail = ?, version = version + 1"
            + " where id = ? and state = 'claimed' and attempt = ?";
    private static final String FRANKED = "update postage_order set state = 'franked', version = version + 1"
            + " where id = ? and state = 'claimed' and attempt = ? and franked_by = ? and " + SellingStop.PLACED_SINCE;
    private static final String SIGNED = "update postage_order set state = 'signed', waits_for = 'authority',"
            + " version = version + 1 where id = ? and state = 'franked' and attempt = ?";
    private static final String RECEIPTED = "update postage_order o set state = 'receipted', waits_for = null,"
            + " version = version + 1 from (select distinct order_id, attempt from indicium_content where psd = ?"
            + " and piece_count > ? and piece_count <= ?) c where o.id = c.order_id and o.attempt = c.attempt and o.state = 'signed'"
            + " returning o.id, o.attempt";
    private static final String ABANDON = "update postage_order set state = 'held', attempt = attempt + 1,"
            + " franked_by = null, claimed_at = null, waits_for = null, version = version + 1"
            + " where id = ? and state = 'franked' and attempt = ?";
    private static final String WAITS =
            "update postage_order set waits_for = ? where id = ? and state = 'claimed'" + " and attempt = ?";
    private static final String CLAIMED_BY = "select id from postage_order where state = 'claimed' and franked_by = ?"
            + " order by claimed_at limit 200";

    @Resource(lookup = DataSources.WORK)
    DataSource work;

    /** Empty if there is no such order. */
    public Optional<OrderStanding> standing(UUID order) {
        try (Connection connection = work.getConnection();
                PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setObject(1, order);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new OrderStanding(
                                OrderState.of(row.getString(1)),
                                row.getInt(2),
                                row.getLong(3),
                                ProblemKind.of(row.getString(4)),
                                row.getString(5)))
                        : Optional.empty();
            }
        } catch (SQLException fault) {
            throw new DatabaseFault("order " + order + " cannot be read", fault);
        }
    }

    /** Held → claimed by this server system, if the operator has it admitted and the vendor may sell. */
    public boolean claim(UUID order, int attempt, long server) {
        return update(CLAIM, server, order, attempt, server);
    }

    /** Claimed → held at the next attempt: nothing was franked, and the reason says why, or is null. */
    public boolean giveBack(UUID order, int attempt, ProblemKind reason, String detail) {
        return update(GIVE_BACK, reason == null ? null : reason.slug(), detail, order, attempt);
    }

    /** Claimed, and waiting for the card company or the authority. */
    public boolean waitsFor(UUID order, int attempt, WaitsFor whom) {
        return update(WAITS, whom.text(), order, attempt);
    }

    /**
     * Claimed → franked for each, in the caller's transaction.
     *
     * @return those that were no longer claimed at their attempt; the caller rolls back if there are any
     */
    public Set<OrderAttempt> franked(List<WaitingOrder> orders, long server) {
        try (Connection connection = work.getConnection();
                PreparedStatement update = connection.prepareStatement(FRANKED)) {
            for (WaitingOrder order : orders) {
                update.setObject(1, order.id());
                update.setInt(2, order.attempt());
                update.setLong(3, server);
                update.addBatch();
            }
            int[] hit = update.executeBatch();
            Set<OrderAttempt> wentOn = new LinkedHashSet<>();
            for (int i = 0; i < hit.length; i++) {
                if (hit[i] != 1) {
                    wentOn.add(orders.get(i).asAttempt());
                }
            }
            return wentOn;
        } catch (SQLException fault) {
            throw new DatabaseFault("orders cannot be franked", fault);
        }
    }

    /** Franked → signed, in the caller's transaction; those whose attempt was given up stay as they are. */
    public void signed(Set<OrderAttempt> orders) {
        try (Connection connection = work.getConnection();
                PreparedStatement update = connection.prepareStatement(SIGNED)) {
            for (OrderAttempt order : orders) {
                update.setObject(1, order.id());
                update.setInt(2, order.attempt());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException fault) {
            throw new DatabaseFault("orders cannot be marked signed", fault);
        }
    }

    /** Signed → receipted for the orders of the pieces after this piece count up to that, in the caller's transaction. */
    public List<OrderAttempt> receipted(long psd, long afterPiece, long upToPiece) {
        try (Connection connection = work.getConnection();
                PreparedStatement update = connection.prepareStatement(RECEIPTED)) {
            update.setLong(1, psd);
            update.setLong(2, afterPiece);
            update.setLong(3, upToPiece);
            return attempts(update);
        } catch (SQLException fault) {
            throw new DatabaseFault("orders cannot be marked receipted", fault);
        }
    }

    /** Franked → held at the next attempt, in the caller's transaction, because its pieces are abandoned. */
    public boolean abandoned(UUID order, int attempt) {
        return update(ABANDON, order, attempt);
    }

    /** What this server system has claimed and not franked, oldest first. */
    public List<UUID> claimedBy(long server) {
        try (Connection connection = work.getConnection();
                PreparedStatement select = connection.prepareStatement(CLAIMED_BY)) {
            select.setLong(1, server);
            return ids(select);
        } catch (SQLException fault) {
            throw new DatabaseFault("claimed orders cannot be read", fault);
        }
    }

    private static List<UUID> ids(PreparedStatement statement) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static List<OrderAttempt> attempts(PreparedStatement statement) throws SQLException {
        List<OrderAttempt> attempts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                attempts.add(new OrderAttempt(rows.getObject(1, UUID.class), rows.getInt(2)));
            }
        }
        return attempts;
    }

    private boolean update(String sql, Object... values) {
        try (Connection connection = work.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate() == 1;
        } catch (SQLException fault) {
            throw new DatabaseFault("a step of an order cannot be written", fault);
        }
    }
}
