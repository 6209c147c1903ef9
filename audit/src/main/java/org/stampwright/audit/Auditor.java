package org.stampwright.audit;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Checks the invariants once: all rows, or what is new since a checkpoint. What a checkpoint leaves out, such as an old row
 * that was changed, is found by the recount.
 *
 * @param database  connects as a role that may read everything and change nothing
 * @param authority the access to the authority
 * @param cards     the access to the card company, and how far back to read in a recount
 * @param clock     determines whether the trust bundle is stale
 */
public record Auditor(DataSource database, AuthorityRecords.Access authority, CardLists.Access cards, Clock clock) {

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
        compare(opening, snapshots, new RowsNow(snapshots), answers, clock, progress, findings);
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

    /** Runs the checks that need the answers of the authority and the card company. */
    static void compare(
            Opening opening,
            Snapshots snapshots,
            RowsNow now,
            Answers answers,
            Clock clock,
            Progress progress,
            Findings findings)
            throws SQLException {
        FundsCheck.run(opening, now, answers.records(), findings);
        VoidCheck.run(opening, now, answers.records(), findings);
        compareDevices(opening, snapshots, now, answers.records(), progress, findings);
        for (int i = 0; i < opening.payments().size(); i++) {
            comparePayments(
                    opening.payments().get(i).rows(), now, answers.cards().get(i), findings);
        }
        compareOrders(
                opening, snapshots, new IndiciumCheck(now, answers.records(), clock, findings), progress, findings);
    }

    private static void compareDevices(
            Opening opening,
            Snapshots snapshots,
            RowsNow now,
            AuthorityRecords records,
            Progress progress,
            Findings findings)
            throws SQLException {
        DeviceCheck devices = new DeviceCheck(opening, snapshots, now, records, findings);
        for (PsdRow psd : opening.psds()) {
            devices.check(psd, progress);
        }
        devices.reportUnknownDevices();
    }

    private static void comparePayments(List<PaymentRow> payments, RowsNow rows, CardLists lists, Findings findings)
            throws SQLException {
        PaymentsNow now = new PaymentsNow(rows);
        new IntentCheck(payments, now, lists, findings).run();
        new SessionCheck(payments, now, lists, findings).run();
        RefundCheck.run(now, lists, findings);
    }

    private static void compareOrders(
            Opening opening, Snapshots snapshots, IndiciumCheck indicia, Progress progress, Findings findings)
            throws SQLException {
        OrderPages pages = new OrderPages(opening);
        for (List<UUID> ids = pages.next(snapshots); !ids.isEmpty(); ids = pages.next(snapshots)) {
            progress.continues();
            List<UUID> page = ids;
            snapshots.in(snapshot -> {
                OrderPage orders = new OrderPage(snapshot, page);
                ReceiptCheck.checkOrders(orders, findings);
                OrderCheck.run(orders, findings);
                StockCheck.run(orders, findings);
                indicia.run(orders);
                return null;
            });
        }
    }
}
