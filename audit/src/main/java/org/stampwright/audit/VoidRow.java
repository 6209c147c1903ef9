package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A void as the vendor records it.
 *
 * @param order that the piece was franked for
 */
record VoidRow(String id, long psd, long pieceCount, String state, UUID order) {

    private static final String ALL =
            """
            select v.id, v.psd, v.piece_count, v.state, c.order_id
              from piece_void v left join indicium_content c on c.psd = v.psd and c.piece_count = v.piece_count""";
    private static final String CHANGED = ALL + " where v.state = 'open' or v.closed_at >= ?";

    /** @param since closed before then are left out; null for all */
    static List<VoidRow> read(Connection snapshot, Instant since) throws SQLException {
        try (PreparedStatement query = snapshot.prepareStatement(since == null ? ALL : CHANGED)) {
            if (since != null) {
                query.setTimestamp(1, Timestamp.from(since));
            }
            List<VoidRow> voids = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    voids.add(new VoidRow(
                            rows.getString("id"),
                            rows.getLong("psd"),
                            rows.getLong("piece_count"),
                            rows.getString("state"),
                            rows.getObject("order_id", UUID.class)));
                }
            }
            return voids;
        }
    }

    boolean isOpen() {
        return state.equals("open");
    }

    boolean isSameAs(AuthorityRecords.Void theirs) {
        return theirs != null
                && theirs.psd() == psd
                && theirs.pieceCount() == pieceCount
                && theirs.state().equals(state);
    }
}
