package org.stampwright.audit;

import java.sql.SQLException;
import java.util.Optional;

/**
 * Reads the vendor's current payments: an object that the company lists may be newer than the audit's first snapshot,
 * or older than its checkpoint.
 */
record PaymentsNow(RowsNow rows) {

    boolean knowIntent(String id) throws SQLException {
        return rows.has("select 1 from payment where intent_id = ?", id);
    }

    boolean knowSession(String id) throws SQLException {
        return rows.has("select 1 from payment where session_id = ?", id);
    }

    /** Returns the order that was paid by this intent. */
    Optional<String> orderOf(String intent) throws SQLException {
        return rows.first("select order_id from payment where intent_id = ?", intent);
    }

    /** The vendor learns a page's intent from the page, once that is paid. */
    boolean awaitIntentFor(String order) throws SQLException {
        return isThere(
                "select 1 from payment where order_id = ? and intent_id is null"
                        + " and state in ('opening', 'open', 'requires-action', 'held')",
                order);
    }

    /** The vendor stores the page's id once the company has responded. */
    boolean awaitSessionFor(String order) throws SQLException {
        return isThere("select 1 from payment where order_id = ? and state = 'opening'", order);
    }

    private boolean isThere(String question, String order) throws SQLException {
        var id = RowsNow.id(order);
        return id.isPresent() && rows.has(question, id.get());
    }
}
