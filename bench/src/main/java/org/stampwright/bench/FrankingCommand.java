package org.stampwright.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.stampwright.bench.load.Waiting;
import org.stampwright.bench.load.WaitingOrders;
import org.stampwright.bench.report.Table;
import org.stampwright.bench.system.CardSandbox;
import org.stampwright.bench.system.History;
import org.stampwright.bench.system.Script;
import org.stampwright.bench.system.VendorSystem;
import org.stampwright.bench.yardstick.Pgbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code franking}: orders that are all paid and claimed wait at once; the server systems debit, sign and report them.
 * The card company captures nothing meanwhile, so that nothing after the receipt takes processor time.
 */
@Command(
        name = "franking",
        mixinStandardHelpOptions = true,
        description = "Frankings and stamps a second from the claim to the committed fate, beside pgbench.")
final class FrankingCommand implements Callable<Integer> {

    private static final int LARGE = 25;
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final double MS_A_SECOND = 1e3;

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Orders of one stamp (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(
            names = "--large-orders",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Orders of 25 stamps (default: ${DEFAULT-VALUE}).")
    private int largeOrders;

    @Override
    public Integer call() throws Exception {
        try (VendorSystem system = options.up();
                History history = new History(system)) {
            new PurchaseBench(system, options).warmUp(Duration.ofSeconds(options.warmUp));
            Pgbench pgbench = Pgbench.on(options.pgbench, system.jdbcUrl());
            Table table = new Table(
                    "orders of",
                    "orders",
                    "s to the last fate",
                    "orders/s, first to last fate",
                    "stamps/s",
                    "orders an entry",
                    "s to the last receipt",
                    "pgbench tx/s",
                    "ratio");
            measure(system, history, pgbench, table, orders, 1);
            measure(system, history, pgbench, table, largeOrders, LARGE);
            table.print(System.out);
            Script.Ended audit = system.script().run("audit", List.of());
            System.out.print("audit: " + audit.output());
            return audit.status();
        }
    }

    private void measure(VendorSystem system, History history, Pgbench pgbench, Table table, int count, int pieces)
            throws SQLException, IOException, InterruptedException {
        if (count == 0) {
            return;
        }
        CardSandbox cards = CardSandbox.of(system);
        WaitingOrders waiting = new WaitingOrders(system, count, pieces);
        long entries = history.frankedEntries();
        cards.captureFails();
        try {
            waiting.add();
            double fates = Waiting.until("every fate", LIMIT, () -> history.unsignedOrders() == 0);
            double receipts = fates + Waiting.until("every receipt", LIMIT, () -> history.unreceiptedPsds() == 0);
            double perSecond = count / (history.fateSpanMs((long) count * pieces) / MS_A_SECOND);
            double transactions = pgbench.run(options.mostClients(), options.run());
            table.row(
                    pieces,
                    count,
                    fates,
                    perSecond,
                    perSecond * pieces,
                    count / (double) (history.frankedEntries() - entries),
                    receipts,
                    transactions,
                    perSecond / transactions);
        } finally {
            cards.captureWorks();
        }
        Waiting.until("every order at rest", LIMIT, () -> history.unfinishedOrders() == 0);
    }
}
