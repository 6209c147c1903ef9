package org.stampwright.audit;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Checks the invariants once: all rows, or what is new since a checkpoint. What a checkpoint leaves out, such as an old
 * row that was changed, is found by the recount.
 *
 * @param database  connects as a role that may read everything and change nothing
 * @param authority the access to the authority
 * @param cards     the access to the card company, and how far back to read in a recount
 * @param clock     determines whether the trust bundle is stale
 */
public record Auditor(DataSource database, AuthorityRecords.Access authority, CardLists.Access cards, Clock clock) {

    /** How many threads recount. */
    private static final int THREADS = 2;

    /** What the authority and the card company say; the lists are in the order of the ranges of payments. */
    record Answers(AuthorityRecords records, List<CardLists> cards) {}

    /**
     * Checks every row.
     *
     * @throws SQLException         if the database cannot be read
     * @throws IOException          if the authority or the card company cannot be reached; then there is no result
     * @throws InterruptedException if the thread is interrupted
     */
    public AuditResult recount(Progress progress) throws SQLException, IOException, InterruptedException {
        return run(Optional.empty(), progress);
    }

    /** Checks what is new since the checkpoint, or everything if the checkpoint is not of this database. */
    public AuditResult since(Checkpoint checkpoint, Progress progress)
            throws SQLException, IOException, InterruptedException {
        return run(Optional.of(checkpoint), progress);
    }

    private AuditResult run(Optional<Checkpoint> since, Progress progress)
            throws SQLException, IOException, InterruptedException {
        Snapshots snapshots = Snapshots.of(database);
        Findings findings = new Findings();
        Opening opening = opening(snapshots, since, cards.since().orElse(null), findings);
        Answers answers = ask(opening, progress);
        Comparison comparison = new Comparison(opening, snapshots, new RowsNow(snapshots), answers, clock, findings);
        comparison.compareRecords();
        if (opening.isRecount()) {
            new AuditThreads(comparison, THREADS).run(progress);
        } else {
            comparison.work(progress);
        }
        return new AuditResult(findings.all(), opening.next());
    }

    static Opening opening(Snapshots snapshots, Optional<Checkpoint> since, Instant cardsReachBack, Findings findings)
            throws SQLException {
        return snapshots.in(snapshot -> {
            RegisterCheck.run(snapshot, findings);
            FundsCheck.findTooLongOpen(snapshot, findings);
            VoidCheck.findTooLongOpen(snapshot, findings);
            UnfinishedCheck.run(snapshot, findings);
            return Opening.read(snapshot, since, cardsReachBack);
        });
    }

    private Answers ask(Opening opening, Progress progress) throws IOException, InterruptedException {
        progress.continues();
        AuthorityRecords records = AuthorityRecords.read(authority, opening);
        List<CardLists> lists = new ArrayList<>();
        for (PaymentRange range : opening.payments()) {
            progress.continues();
            lists.add(CardLists.read(cards, range));
        }
        return new Answers(records, lists);
    }
}
