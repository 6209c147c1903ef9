package org.stampwright.postage.comparison;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.indicium.Money;
import org.stampwright.postage.account.Operator;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;

/** The recorded differences between the authority and the database, and the operators' confirmations of them. */
@Stateless
public class Differences {

    private static final int LONGEST_REASON = 1000;
    private static final int SHOWN = 200;
    private static final String COLUMNS =
            "id, psd, authority_entry, authority_granted, our_entry, our_funds, noticed_by, noticed_at";

    /** Open fundings count: the authority may have granted one that is not credited here yet. */
    private static final String RECORD = "insert into psd_difference (psd, authority_entry, authority_head,"
            + " authority_granted, our_entry, our_funds, noticed_by)"
            + " select h.psd, h.number, h.hash, h.granted, h.entry, h.funds, :instance from (select a.psd, a.number,"
            + " decode(a.hash, 'hex') as hash, a.granted, p.entry_number as entry,"
            + " coalesce(p.funds_added, 0) + coalesce((select sum(f.amount) from funding f where f.psd = a.psd"
            + " and f.state = 'open'), 0) as funds from unnest(:psds, :numbers, :hashes, :granted) a"
            + " (psd, number, hash, granted) left join psd p on p.serial = a.psd) h"
            + " where (h.number > 0 and h.entry is null) or h.number > h.entry or h.granted > h.funds"
            + " or (h.number > 0 and not exists (select 1 from ledger_entry e where e.psd = h.psd"
            + " and e.number = h.number and sha256(e.entry) = h.hash))"
            + " on conflict do nothing returning " + COLUMNS;

    private static final String SUSPEND = "update psd set state = 'suspended', version = psd.version + 1,"
            + " suspended_because = 'the authority has entry ' || d.authority_entry || ', this vendor only '"
            + " || d.our_entry from psd_difference d where d.id = any (:ids) and psd.serial = d.psd"
            + " and psd.state = 'active'";

    private static final String OPEN =
            "select " + COLUMNS + " from psd_difference where confirmation_id is null order by id";
    private static final String LOCK_OPEN =
            "select " + COLUMNS + " from psd_difference where confirmation_id is null order by id for update";
    private static final String IS_KNOWN = "select 1 from psd_difference where psd = :psd limit 1";
    private static final String CONFIRM =
            "with act as (insert into difference_confirmation (operator_id, operator, reason)"
                    + " values (:account, :login, :reason) returning id)"
                    + " update psd_difference d set confirmation_id = act.id from act"
                    + " where d.id = any (:ids) and d.confirmation_id is null";
    private static final String CONFIRMATIONS =
            "select c.id, c.operator, c.reason, c.confirmed_at, count(d.id) as differences"
                    + " from difference_confirmation c join psd_difference d on d.confirmation_id = c.id"
                    + " group by c.id order by c.id desc limit " + SHOWN;
    private static final String TAKE_TURN =
            "update head_comparison set begun_at = now() where begun_at < now() - interval '10 seconds'";
    private static final String COMPARED = "update head_comparison set begun_at = now(), completed_at = now()";
    private static final String COMPARED_AT = "select completed_at from head_comparison";

    @Inject
    OrderTransitions orders;

    @Inject
    Jdbi jdbi;

    /**
     * Compares these heads, which were read from the authority first, with the database. Records new differences and
     * suspends the PSDs that are behind.
     *
     * @return the new differences
     */
    public List<Difference> record(List<AuthorityHead> heads, String instance) {
        return jdbi.withHandle(handle -> {
            List<Difference> found = handle.createQuery(RECORD)
                    .bind("instance", instance)
                    .bindArray("psds", Long.class, each(heads, AuthorityHead::psd))
                    .bindArray("numbers", Long.class, each(heads, AuthorityHead::number))
                    .bindArray("hashes", String.class, each(heads, head -> HexFormat.of()
                            .formatHex(head.hash())))
                    .bindArray("granted", Long.class, each(heads, AuthorityHead::granted))
                    .map((row, context) -> difference(row))
                    .list();
            suspend(handle, each(found, Difference::id));
            return found;
        });
    }

    private static <T, V> List<V> each(Collection<T> values, Function<T, V> of) {
        return values.stream().map(of).toList();
    }

    private static void suspend(Handle handle, List<Long> differences) {
        if (!differences.isEmpty()) {
            handle.createUpdate(SUSPEND)
                    .bindArray("ids", Long.class, differences)
                    .execute();
        }
    }

    /**
     * Returns the differences that no operator has confirmed, oldest first. Returns all of them, since they are
     * confirmed together.
     */
    public List<Difference> unconfirmed() {
        return jdbi.withHandle(handle -> differences(handle, OPEN));
    }

    /** Returns whether the authority was ever seen ahead of the database on this PSD. */
    public boolean isKnown(long psd) {
        return jdbi.withHandle(handle -> handle.createQuery(IS_KNOWN)
                .bind("psd", psd)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
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
        if (shown.isEmpty() || !locked().equals(shown)) {
            return Answer.refused(
                    ProblemKind.DIFFERENCES_CHANGED,
                    "The differences are not those that were shown. Look at them again.");
        }
        confirmed(operator, reason.strip(), shown);
        orders.allGivenBack();
        return Answer.granted(shown.size());
    }

    private Set<Long> locked() {
        return jdbi.withHandle(handle -> differences(handle, LOCK_OPEN)).stream()
                .map(Difference::id)
                .collect(Collectors.toSet());
    }

    private void confirmed(Operator operator, String reason, Set<Long> shown) {
        jdbi.useHandle(handle -> handle.createUpdate(CONFIRM)
                .bind("account", operator.accountId())
                .bind("login", operator.login())
                .bind("reason", reason)
                .bindArray("ids", Long.class, shown)
                .execute());
    }

    /** Returns the operators' confirmations, newest first, at most 200. */
    public List<Confirmation> confirmations() {
        return jdbi.withHandle(handle -> handle.createQuery(CONFIRMATIONS)
                .map((row, context) -> new Confirmation(
                        row.getLong("id"),
                        row.getString("operator"),
                        row.getString("reason"),
                        row.getTimestamp("confirmed_at").toInstant(),
                        row.getInt("differences")))
                .list());
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
        return jdbi.withHandle(
                handle -> handle.createQuery(COMPARED_AT).mapTo(Instant.class).findFirst());
    }

    private int update(String sql) {
        return jdbi.withHandle(handle -> handle.createUpdate(sql).execute());
    }

    private static List<Difference> differences(Handle handle, String query) {
        return handle.createQuery(query).map((row, context) -> difference(row)).list();
    }

    private static Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                row.getLong("id"),
                row.getLong("psd"),
                row.getLong("authority_entry"),
                Money.ofMills(row.getLong("authority_granted")),
                row.getObject("our_entry", Long.class),
                Money.ofMills(row.getLong("our_funds")),
                row.getString("noticed_by"),
                row.getTimestamp("noticed_at").toInstant());
    }
}
