package org.stampwright.postage.comparison;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.stampwright.indicium.Money;
import org.stampwright.postage.account.Operator;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.database.DatabaseFault;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;

/** The recorded differences between the authority and the database, and the operators' confirmations of them. */
@Stateless
public class Differences {

    private static final int LONGEST_REASON = 1000;
    private static final int SHOWN = 200;
    private static final String COLUMNS =
            "id, psd, authority_entry, authority_granted, our_entry, our_funds, noticed_by," + " noticed_at";

    /** Open fundings count: the authority may have granted one that is not credited here yet. */
    private static final String RECORD = "insert into psd_difference (psd, authority_entry, authority_head,"
            + " authority_granted, our_entry, our_funds, noticed_by)"
            + " select h.psd, h.number, h.hash, h.granted, h.entry, h.funds, ? from (select a.psd, a.number,"
            + " decode(a.hash, 'hex') as hash, a.granted, p.entry_number as entry,"
            + " coalesce(p.funds_added, 0) + coalesce((select sum(f.amount) from funding f where f.psd = a.psd"
            + " and f.state = 'open'), 0) as funds from unnest(?, ?, ?, ?) a (psd, number, hash, granted)"
            + " left join psd p on p.serial = a.psd) h"
            + " where (h.number > 0 and h.entry is null) or h.number > h.entry or h.granted > h.funds"
            + " or (h.number > 0 and not exists (select 1 from ledger_entry e where e.psd = h.psd and e.number = h.number"
            + " and sha256(e.entry) = h.hash))"
            + " on conflict do nothing returning " + COLUMNS;

    private static final String SUSPEND = "update psd set state = 'suspended', version = psd.version + 1,"
            + " suspended_because = 'the authority has entry ' || d.authority_entry || ', this vendor only '"
            + " || d.our_entry from psd_difference d where d.id = any (?) and psd.serial = d.psd"
            + " and psd.state = 'active'";

    private static final String OPEN =
            "select " + COLUMNS + " from psd_difference where confirmation_id is null order by id";
    private static final String LOCK_OPEN =
            "select " + COLUMNS + " from psd_difference where confirmation_id is null order by id for update";
    private static final String IS_KNOWN = "select 1 from psd_difference where psd = ? limit 1";
    private static final String CONFIRM =
            "with act as (insert into difference_confirmation (operator_id, operator, reason)"
                    + " values (?, ?, ?) returning id) update psd_difference d set confirmation_id = act.id from act"
                    + " where d.id = any (?) and d.confirmation_id is null";
    private static final String CONFIRMATIONS = "select c.id, c.operator, c.reason, c.confirmed_at, count(d.id)"
            + " from difference_confirmation c join psd_difference d on d.confirmation_id = c.id"
            + " group by c.id order by c.id desc limit " + SHOWN;
    private static final String TAKE_TURN =
            "update head_comparison set begun_at = now()" + " where begun_at < now() - interval '10 seconds'";
    private static final String COMPARED = "update head_comparison set begun_at = now(), completed_at = now()";
    private static final String COMPARED_AT = "select completed_at from head_comparison";

    @Inject
    OrderTransitions orders;

    @Resource(lookup = DataSources.WORK)
    DataSource work;

    /**
     * Compares these heads, which were read from the authority first, with the database. Records new differences and
     * suspends the PSDs that are behind.
     *
     * @return the new differences
     */
    public List<Difference> record(List<AuthorityHead> heads, String instance) {
        try (Connection connection = work.getConnection();
                PreparedStatement insert = connection.prepareStatement(RECORD)) {
            insert.setString(1, instance);
            insert.setArray(2, array(connection, "bigint", heads.stream().map(AuthorityHead::psd)));
            insert.setArray(3, array(connection, "bigint", heads.stream().map(AuthorityHead::number)));
            insert.setArray(4, array(connection, "text", heads.stream().map(head -> HexFormat.of()
                    .formatHex(head.hash()))));
            insert.setArray(5, array(connection, "bigint", heads.stream().map(AuthorityHead::granted)));
            List<Difference> found = differences(insert);
            suspend(connection, found);
            return found;
        } catch (SQLException fault) {
            throw new DatabaseFault("the authority's heads cannot be compared", fault);
        }
    }

    private static void suspend(Connection connection, List<Difference> found) throws SQLException {
        if (!found.isEmpty()) {
            try (PreparedStatement update = connection.prepareStatement(SUSPEND)) {
                update.setArray(1, array(connection, "bigint", found.stream().map(Difference::id)));
                update.executeUpdate();
            }
        }
    }

    /**
     * Returns the differences that no operator has confirmed, oldest first. Returns all of them, since they are
     * confirmed together.
     */
    public List<Difference> unconfirmed() {
        try (Connection connection = work.getConnection();
                PreparedStatement select = connection.prepareStatement(OPEN)) {
            return differences(select);
        } catch (SQLException fault) {
            throw new DatabaseFault("the differences cannot be read", fault);
        }
    }

    /** Returns whether the authority was ever seen ahead of the database on this PSD. */
    public boolean isKnown(long psd) {
        try (Connection connection = work.getConnection();
                PreparedStatement select = connection.prepareStatement(IS_KNOWN)) {
            select.setLong(1, psd);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException fault) {
            throw new DatabaseFault("the differences of PSD " + psd + " cannot be read", fault);
        }
    }

    /**
     * Confirms exactly the differences that were shown. The vendor then resumes selling, on other PSDs. Claimed orders
     * are held again and are no longer franked. Guards in this order: reason-missing, differences-changed (the
     * unconfirmed differences are no longer those that were shown).
     *
     * @param shown their ids
     */
    public Answer<Integer> confirm(Operator operator, String reason, Set<Long> shown) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Answer.refusedAt(
                    "reason",
                    ProblemKind.REASON_MISSING,
                    "Give a reason of at most " + LONGEST_REASON + " characters.");
        }
        try (Connection connection = work.getConnection()) {
            Set<Long> open = locked(connection);
            if (shown.isEmpty() || !open.equals(shown)) {
                return Answer.refused(
                        ProblemKind.DIFFERENCES_CHANGED,
                        "The differences are not those that were shown. Look at them again.");
            }
            confirm(connection, operator, reason.strip(), shown);
            orders.allGivenBack();
            return Answer.granted(shown.size());
        } catch (SQLException fault) {
            throw new DatabaseFault("the differences cannot be confirmed", fault);
        }
    }

    private static Set<Long> locked(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK_OPEN)) {
            return differences(select).stream().map(Difference::id).collect(Collectors.toSet());
        }
    }

    private static void confirm(Connection connection, Operator operator, String reason, Set<Long> shown)
            throws SQLException {
        try (PreparedStatement confirm = connection.prepareStatement(CONFIRM)) {
            confirm.setLong(1, operator.accountId());
            confirm.setString(2, operator.login());
            confirm.setString(3, reason);
            confirm.setArray(4, array(connection, "bigint", shown.stream()));
            confirm.executeUpdate();
        }
    }

    /** Returns the operators' confirmations, newest first, at most 200. */
    public List<Confirmation> confirmations() {
        try (Connection connection = work.getConnection();
                PreparedStatement select = connection.prepareStatement(CONFIRMATIONS);
                ResultSet row = select.executeQuery()) {
            List<Confirmation> confirmations = new ArrayList<>();
            while (row.next()) {
                confirmations.add(new Confirmation(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getInt(5)));
            }
            return confirmations;
        } catch (SQLException fault) {
            throw new DatabaseFault("the confirmations cannot be read", fault);
        }
    }

    /**
     * Takes the turn to compare, unless an instance compared within the last ten seconds; returns whether it was taken.
     */
    public boolean takesTurn() {
        return update(TAKE_TURN) == 1;
    }

    /** Records that all heads were compared. */
    public void compared() {
        update(COMPARED);
    }

    /** Returns when any instance last compared all heads; empty if none has. */
    public Optional<Instant> comparedAt() {
        try (Connection connection = work.getConnection();
                PreparedStatement select = connection.prepareStatement(COMPARED_AT);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant) : Optional.empty();
        } catch (SQLException fault) {
            throw new DatabaseFault("the last comparison cannot be read", fault);
        }
    }

    private int update(String sql) {
        try (Connection connection = work.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            return update.executeUpdate();
        } catch (SQLException fault) {
            throw new DatabaseFault("a comparison cannot be recorded", fault);
        }
    }

    private static Array array(Connection connection, String type, Stream<?> elements) throws SQLException {
        return connection.createArrayOf(type, elements.toArray());
    }

    private static List<Difference> differences(PreparedStatement statement) throws SQLException {
        List<Difference> differences = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                differences.add(new Difference(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        Money.ofMills(row.getLong(4)),
                        row.getObject(5, Long.class),
                        Money.ofMills(row.getLong(6)),
                        row.getString(7),
                        row.getTimestamp(8).toInstant()));
            }
        }
        return differences;
    }
}
