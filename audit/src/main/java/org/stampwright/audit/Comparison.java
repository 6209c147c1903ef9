package org.stampwright.audit;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * The checks that need the answers of the authority and the card company. The pages of chains and orders are
 * independent of each other, so several threads may work on them.
 */
final class Comparison {

    private static final String RULES =
            OrderPage.all(Stream.of(List.of(ReceiptCheck.OF_ORDERS), OrderCheck.RULES, StockCheck.RULES)
                    .flatMap(List::stream)
                    .toList());

    private final Opening opening;
    private final Snapshots snapshots;
    private final RowsNow now;
    private final Auditor.Answers answers;
    private final Findings findings;
    private final DeviceCheck devices;
    private final IndiciumCheck indicia;
    private final Queue<PsdRow> psds;
    private final OrderPages pages;

    Comparison(
            Opening opening, Snapshots snapshots, RowsNow now, Auditor.Answers answers, Clock clock, Findings findings)
            throws SQLException {
        this.opening = opening;
        this.snapshots = snapshots;
        this.now = now;
        this.answers = answers;
        this.findings = findings;
        this.devices = new DeviceCheck(opening, snapshots, now, answers.records(), findings);
        this.indicia = new IndiciumCheck(now, answers.records(), clock, findings);
        this.psds = new ConcurrentLinkedQueue<>(opening.psds());
        this.pages = new OrderPages(opening);
    }

    /** Compares what the outside decided, and looks for what only the outside has. */
    void compareRecords() throws SQLException {
        FundsCheck.run(opening, now, answers.records(), findings);
        VoidCheck.run(opening, now, answers.records(), findings);
        devices.reportUnknownDevices();
        PaymentsNow payments = new PaymentsNow(now);
        for (int i = 0; i < answers.cards().size(); i++) {
            CardLists lists = answers.cards().get(i);
            List<PaymentRow> rows = opening.payments().get(i).rows();
            new IntentCheck(rows, payments, lists, findings).run();
            new SessionCheck(rows, payments, lists, findings).run();
            RefundCheck.run(payments, lists, findings);
        }
    }

    /** Works on the chains, then on the orders, until nothing is left that no other thread works on. */
    void work(Progress progress) throws SQLException {
        for (PsdRow psd = psds.poll(); psd != null; psd = psds.poll()) {
            devices.check(psd, progress);
        }
        for (List<UUID> ids = pages.next(snapshots); !ids.isEmpty(); ids = pages.next(snapshots)) {
            progress.continues();
            List<UUID> page = ids;
            snapshots.in(snapshot -> check(new OrderPage(snapshot, page)));
        }
    }

    private java.lang.Void check(OrderPage orders) throws SQLException {
        orders.useIndexes();
        orders.find(RULES, findings);
        indicia.run(orders);
        return null;
    }
}
