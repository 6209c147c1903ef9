package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * I2: each closed void equals the authority's record of the same id, each void of the authority is recorded here, and
 * none stays open.
 */
final class VoidCheck {

    /** Voids wait for the authority, which has just answered this audit. */
    private static final String TOO_LONG_OPEN =
            """
            select 'psd ' || lpad(psd::text, 8, '0'), 'void ' || id || ' of piece ' || piece_count
                   || ' has been open since ' || opened_at
              from piece_void where state = 'open' and opened_at < now() - interval '1 hour'""";

    private VoidCheck() {}

    static void run(Connection snapshot, Connection present, AuthorityRecords authority, Findings findings)
            throws SQLException {
        findings.addRows("I2", snapshot, TOO_LONG_OPEN);
        Map<String, AuthorityRecords.Void> unknown = new HashMap<>(authority.voids());
        try (PreparedStatement query = snapshot.prepareStatement("select id, psd, piece_count, state from piece_void");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                AuthorityRecords.Void theirs = unknown.remove(rows.getString("id"));
                if (!rows.getString("state").equals("open") && !isSame(rows, theirs)) {
                    findings.addPsd(
                            "I2",
                            rows.getLong("psd"),
                            "void " + rows.getString("id") + " of piece "
                                    + rows.getLong("piece_count") + " is " + rows.getString("state")
                                    + " here, at the authority "
                                    + (theirs == null ? "unknown" : theirs.state()));
                }
            }
        }
        for (AuthorityRecords.Void theirs : unknown.values()) {
            if (!isKnownNow(present, theirs)) {
                findings.addPsd(
                        "I2",
                        theirs.psd(),
                        "void " + theirs.id() + " of piece " + theirs.pieceCount() + " is " + theirs.state()
                                + " at the authority and was not requested here");
            }
        }
    }

    private static boolean isSame(ResultSet ours, AuthorityRecords.Void theirs) throws SQLException {
        return theirs != null
                && theirs.psd() == ours.getLong("psd")
                && theirs.pieceCount() == ours.getLong("piece_count")
                && theirs.state().equals(ours.getString("state"));
    }

    /** Reads outside the snapshot: the row of a new void is committed before the authority receives the void. */
    private static boolean isKnownNow(Connection present, AuthorityRecords.Void theirs) throws SQLException {
        try (PreparedStatement query = present.prepareStatement("select 1 from piece_void where id::text = ?")) {
            query.setString(1, theirs.id());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
