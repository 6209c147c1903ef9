package org.stampwright.authority.funds;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.stampwright.authority.Transaction;

/** A vendor's funds account: a balance in mills and the movements that made it. */
public final class Account {

    private Account() {}

    /** Withdraws the amount, or returns false if the balance does not cover it. */
    static boolean take(Transaction tx, long vendor, UUID download, long amount, Instant at) throws SQLException {
        int taken = tx.update(
                "update account set balance = balance - ? where vendor = ? and balance >= ?", amount, vendor, amount);
        if (taken == 1) {
            move(tx, vendor, "download", download, -amount, at);
        }
        return taken == 1;
    }

    /** Credits the amount under a new reference; the movement's key refuses a second credit. */
    public static void put(Transaction tx, long vendor, String kind, UUID reference, long amount, Instant at)
            throws SQLException {
        move(tx, vendor, kind, reference, amount, at);
        tx.update("update account set balance = balance + ? where vendor = ?", amount, vendor);
    }

    static long balance(Transaction tx, long vendor) throws SQLException {
        return tx.number("select balance from account where vendor = ?", vendor);
    }

    private static void move(Transaction tx, long vendor, String kind, UUID reference, long amount, Instant at)
            throws SQLException {
        tx.update(
                "insert into account_movement (vendor, kind, reference, amount, at) values (?, ?, ?, ?, ?)",
                vendor,
                kind,
                reference,
                amount,
                at);
    }
}
