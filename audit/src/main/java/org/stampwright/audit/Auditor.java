package org.stampwright.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/**
 * Checks the invariants once, on one snapshot.
 *
 * @param database  connects as a role that may read everything and change nothing
 * @param authority the access to the authority
 * @param cards     the access to the card company, and how far back to read
 * @param clock     determines whether the trust bundle is stale
 */
public record Auditor(DataSource database, AuthorityRecords.Access authority, CardLists.Access cards, Clock clock) {

    /**
     * Returns every violation; an empty list if all invariants hold.
     *
     * @throws SQLException         if the database cannot be read
     * @throws IOException          if the authority or the card company cannot be reached; then there is no result
     * @throws InterruptedException if the thread is interrupted
     */
    public List<Finding> run() throws SQLException, IOException, InterruptedException {
        try (Connection snapshot = database.getConnection();
                Connection present = database.getConnection()) {
            begin(snapshot);
            try {
                return check(snapshot, present);
            } finally {
                snapshot.rollback();
            }
        }
    }

    /** Opens the snapshot by the first query, before any outside call. */
    private static void begin(Connection snapshot) throws SQLException {
        snapshot.setAutoCommit(false);
        snapshot.setReadOnly(true);
        snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var first = snapshot.createStatement()) {
            first.execute("select 1 from psd limit 1");
        }
    }

    private List<Finding> check(Connection snapshot, Connection present)
            throws SQLException, IOException, InterruptedException {
        AuthorityRecords records = AuthorityRecords.read(authority);
        CardLists lists = CardLists.read(cards);
        return compare(snapshot, present, records, lists, clock);
    }

    /** Runs the checks that need the answers of the authority and the card company. */
    static List<Finding> compare(
            Connection snapshot, Connection present, AuthorityRecords records, CardLists lists, Clock clock)
            throws SQLException {
        Findings findings = new Findings();
        RegisterCheck.run(snapshot, findings);
        FundsCheck.run(snapshot, present, records, findings);
        VoidCheck.run(snapshot, present, records, findings);
        new DeviceCheck(snapshot, present, records, findings).run();
        OrderCheck.run(snapshot, findings);
        UnfinishedCheck.run(snapshot, findings);
        List<PaymentRow> payments = PaymentRow.read(snapshot);
        new IntentCheck(payments, new PaymentsNow(present), lists, findings).run();
        new SessionCheck(payments, new PaymentsNow(present), lists, findings).run();
        RefundCheck.run(payments, lists, findings);
        StockCheck.run(snapshot, findings);
        new IndiciumCheck(snapshot, present, records, clock, findings).run();
        return findings.all();
    }
}
