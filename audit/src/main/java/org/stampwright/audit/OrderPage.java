package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Some orders in one snapshot. A query about them uses {@code page}, their ids, and {@code live}, their live pieces:
 * those that are neither abandoned nor voided.
 */
record OrderPage(Connection snapshot, List<UUID> ids) {

    private static final String PAGE =
            """
            with page as materialized (select id from unnest(?::uuid[]) as given (id)),
            live as materialized (
                select c.* from page
                  join indicium_content c on c.order_id = page.id
                  left join indicium_fate f on f.psd = c.psd and f.piece_count = c.piece_count
                  left join piece_void v on v.psd = c.psd and v.piece_count = c.piece_count and v.state = 'voided'
                 where f.fate is distinct from 'abandoned' and v.id is null)
            """;

    /**
     * What one query looks for: each of its rows is a finding, the first column the subject, the second the detail.
     *
     * @param invariant that is broken
     */
    record Rule(String invariant, String query) {

        private String labelled() {
            return "select '" + invariant + "', found.* from (" + query + ") found (subject, detail)";
        }
    }

    /** Returns one query for all rules, so that the database collects the live pieces once. */
    static String all(List<Rule> rules) {
        return rules.stream().map(Rule::labelled).collect(Collectors.joining(" union all "));
    }

    /** Adds each row of {@link #all} as a finding. */
    void find(String rules, Findings findings) throws SQLException {
        try (PreparedStatement statement = prepare(rules);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                findings.add(row.getString(1), row.getString(2), row.getString(3));
            }
        }
    }

    /** A page is a small part of each table, whatever the planner takes it for. */
    void useIndexes() throws SQLException {
        try (Statement setting = snapshot.createStatement()) {
            setting.execute("set local enable_seqscan = off");
        }
    }

    PreparedStatement prepare(String query) throws SQLException {
        PreparedStatement statement = snapshot.prepareStatement(PAGE + query);
        statement.setArray(1, snapshot.createArrayOf("uuid", ids.toArray()));
        return statement;
    }
}
