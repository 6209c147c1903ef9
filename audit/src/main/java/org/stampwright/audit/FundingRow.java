package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A postage value download as the vendor records it; money in mills. */
record FundingRow(String id, long psd, long amount, String state) {

    private static final String ALL = "select id, psd, amount, state from funding";
    private static final String CHANGED = ALL + " where state = 'open' or closed_at >= ?";

    /** @param since closed before then are left out; null for all */
    static List<FundingRow> read(Connection snapshot, Instant since) throws SQLException {
        try (PreparedStatement query = snapshot.prepareStatement(since == null ? ALL : CHANGED)) {
            if (since != null) {
                query.setTimestamp(1, Timestamp.from(since));
            }
            List<FundingRow> fundings = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    fundings.add(new FundingRow(
                            rows.getString("id"),
                            rows.getLong("psd"),
                            rows.getLong("amount"),
                            rows.getString("state")));
                }
            }
            return fundings;
        }
    }

    boolean isOpen() {
        return state.equals("open");
    }
}
