package org.stampwright.authority.trust;

import java.sql.SQLException;
import org.stampwright.authority.Transaction;

/** Counts what the next trust bundle must tell. */
public final class TrustChanges {

    private TrustChanges() {}

    /** To be called last in the transaction that makes the change: it locks the one row that counts. */
    public static void record(Transaction tx) throws SQLException {
        tx.update("update trust_state set changes = changes + 1");
    }

    static long count(Transaction tx) throws SQLException {
        return tx.number("select changes from trust_state");
    }
}
