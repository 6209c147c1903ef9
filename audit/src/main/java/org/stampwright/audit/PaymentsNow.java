package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The vendor's payments at this moment, outside the snapshot: what the company lists and the snapshot has not may have
 * come meanwhile.
 */
record PaymentsNow(Connection present) {

    boolean knowIntent(String id) throws SQLException {
        return isThere("select 1 from payment where intent_id = ?", id);
    }

    boolean knowSession(String id) throws SQLException {
        return isThere("select 1 from payment where session_id = ?", id);
    }

    /** The intent behind a page is learnt from the page, once it is paid. */
    boolean awaitIntentFor(String order) throws SQLException {
        return isThere(
                "select 1 from payment where order_id::text = ? and intent_id is null"
                        + " and state in ('opening', 'open', 'requires-action', 'held')",
                order);
    }

    /** The page's id is written once the company has answered. */
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
