package org.stampwright.authority;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One page of a vendor's list, oldest first. A caller reads on with the id of the last record, until a page is empty.
 *
 * @param since records that were decided before then are left out
 * @param after the last record of the previous page; empty for the first page
 */
public record ListPage(Instant since, Optional<UUID> after) {

    private static final int MOST = 1_000;

    /** Reads the two parameters of a request; either may be null. */
    public static ListPage of(String since, String after) {
        try {
            return new ListPage(
                    since == null ? Instant.EPOCH : Instant.parse(since),
                    Optional.ofNullable(after).map(id -> Body.uuid(id, "after")));
        } catch (DateTimeException unreadable) {
            throw Problem.malformed("since must be a time like 2026-11-23T12:00:00Z.");
        }
    }

    /**
     * Returns the page of these rows.
     *
     * @param table  with the columns {@code vendor}, {@code id} and {@code at}
     * @param filter a condition on the rows, which begins with their vendor
     * @param values of the filter
     */
    public <T> List<T> read(Transaction tx, String table, String filter, Transaction.Reader<T> reader, Object... values)
            throws SQLException {
        List<Object> all = new ArrayList<>(Arrays.asList(values));
        all.add(since);
        String later = "";
        if (after.isPresent()) {
            later = " and (at, id) > (?, ?)";
            all.add(decided(tx, table, values[0]));
            all.add(after.get());
        }
        all.add(MOST);
        return tx.all(
                "select * from " + table + " where " + filter + " and at >= ?" + later + " order by at, id limit ?",
                reader,
                all.toArray());
    }

    private Instant decided(Transaction tx, String table, Object vendor) throws SQLException {
        return tx.one(
                        "select at from " + table + " where vendor = ? and id = ?",
                        row -> Transaction.instant(row, "at"),
                        vendor,
                        after.get())
                .orElseThrow(() -> Problem.malformed("There is no record " + after.get() + " to read on after."));
    }
}
