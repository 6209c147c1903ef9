package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads the vendor's current payments, outside the snapshot: an object that the company lists and the snapshot lacks
 * may be newer than the snapshot.
 */
record PaymentsNow(Connection present) {

    boolean knowIntent(String id) throws SQLException {
        return isThere("select 1 from payment where intent_id = ?", id);
    }

    boolean knowSession(String id) throws SQLException {
        return isThere("select 1 from payment where session_id = ?", id);
    }

    /** The vendor learns a page's intent from the page, once that is paid. */
    boolean awaitIntentFor(String order) throws SQLException {
        return isThere(
                "select 1 from payment where order_id::text = ? and intent_id is null"
                        + " and state in ('opening', 'open', 'requires-action', 'held')",
                order);
    }

    /** The vendor stores the page's id once the company has responded. */
    boolean awaitSessionFor(String order) throws SQLException {
        return isThere("select 1 from payment where order_id::text = ? and state = 'opening'", order);
    }

    private boolean isThere(String question, String value) throws SQLException {
        try (PreparedStatement query = present.prepareStatement(question)) {
            query.setString(1, value);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
