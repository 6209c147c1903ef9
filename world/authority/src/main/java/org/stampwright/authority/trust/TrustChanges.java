package org.stampwright.authority.trust;

import java.sql.SQLException;
import org.stampwright.authority.Transaction;

/** Counts the changes that the next trust bundle must include. */
public final class TrustChanges {

    private TrustChanges() {}

    /** Records a change. Call it last in the transaction, because it locks the one row of the counter. */
    public static void record(Transaction tx) throws SQLException {
        tx.update("update trust_state set changes = changes + 1");
    }

    static long count(Transaction tx) throws SQLException {
        return tx.number("select changes from trust_state");
    }
}
