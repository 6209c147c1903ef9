package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Some orders in one snapshot. A query about them uses {@code page}, their ids, and {@code live}, their live pieces: those
 * that are neither abandoned nor voided.
 */
record OrderPage(Connection snapshot, List<UUID> ids) {

    private static final String PAGE =
            """
            with page as materialized (select id from unnest(?::uuid[]) as given (id)),
            live as (
                select c.* from page
                  join indicium_content c on c.order_id = page.id
                  left join indicium_fate f on f.psd = c.psd and f.piece_count = c.piece_count
                  left join piece_void v on v.psd = c.psd and v.piece_count = c.piece_count and v.state = 'voided'
                 where f.fate is distinct from 'abandoned' and v.id is null)
            """;

    /** Adds each row of the query as a finding: its first column is the subject, its second the detail. */
    void find(String invariant, String query, Findings findings) throws SQLException {
        try (PreparedStatement statement = prepare(query)) {
            findings.addRows(invariant, statement);
        }
    }

    PreparedStatement prepare(String query) throws SQLException {
        PreparedStatement statement = snapshot.prepareStatement(PAGE + query);
        statement.setArray(1, snapshot.createArrayOf("uuid", ids.toArray()));
        return statement;
    }
}
