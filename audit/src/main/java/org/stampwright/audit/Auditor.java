package org.stampwright.audit;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/**
 * Checks the invariants once, on one snapshot.
 *
 * @param database  connects as a role that may read everything and change nothing
 * @param authority how to ask the authority
 * @param cards     the card company's API
 * @param cardsKey  a key that may list payment intents
 * @param clock     says whether the trust bundle is stale
 */
public record Auditor(DataSource database, AuthorityRecords.Access authority, URI cards, String cardsKey, Clock clock) {

    /**
     * All that does not hold; an empty list if everything does.
     *
     * @throws SQLException         if the database cannot be read
     * @throws IOException          if the authority or the card company cannot be asked; nothing is concluded then
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public List<Finding> run() throws SQLException, IOException, InterruptedException {
        try (Connection snapshot = database.getConnection(); Connection present = database.getConnection()) {
            begin(snapshot);
            try {
                return check(snapshot, present);
            } finally {
                snapshot.rollback();
            }
        }
    }

    /** The snapshot is taken by the first query, before anyone outside is asked. */
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
        CardLists lists = CardLists.read(cards, cardsKey);
        Findings findings = new Findings();
        RegisterCheck.run(snapshot, findings);
        FundsCheck.run(snapshot, present, records, findings);
        new ChainCheck(snapshot, present, records, findings).run();
        OrderCheck.run(snapshot, present, lists, findings);
        StockCheck.run(snapshot, findings);
        IndiciumCheck.run(snapshot, records, clock, findings);
        return findings.all();
    }
}
