package org.stampwright.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.stampwright.bench.load.ClosedLoop;
import org.stampwright.bench.load.LetterBuyer;
import org.stampwright.bench.load.Measured;
import org.stampwright.bench.load.SheetSupply;
import org.stampwright.bench.load.Waiting;
import org.stampwright.bench.report.Table;
import org.stampwright.bench.system.AuthorityAdmin;
import org.stampwright.bench.system.History;
import org.stampwright.bench.system.VendorApi;
import org.stampwright.bench.system.VendorSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code recovery}: orders pile up while the authority takes no ledger entries; then it takes them again. The time to
 * finish them stands beside the time to buy as many.
 */
@Command(
        name = "recovery",
        mixinStandardHelpOptions = true,
        description = "The time to finish a backlog, beside the time to buy as many orders.")
final class RecoveryCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofHours(2);

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "5000",
            description = "The size of the backlog (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(
            names = "--callers",
            paramLabel = "N",
            defaultValue = "256",
            description = "Callers that place the backlog, each waiting for its answer (default: ${DEFAULT-VALUE}).")
    private int callers;

    @Override
    public Integer call() throws Exception {
        try (VendorSystem system = options.up();
                History history = new History(system)) {
            PurchaseBench bench = new PurchaseBench(system, options);
            bench.warmUp(Duration.ofSeconds(options.warmUp));
            double perSecond = bench.buy(options.mostClients(), options.run()).perSecond();
            Waiting.until("every order at rest", LIMIT, () -> history.unfinishedOrders() == 0);
            measure(system, history, perSecond);
        }
        return 0;
    }

    private void measure(VendorSystem system, History history, double perSecond)
            throws SQLException, IOException, InterruptedException {
        AuthorityAdmin authority = new AuthorityAdmin(system);
        Measured placing;
        authority.refusesEntries(history.psds());
        try {
            placing = place(system);
        } finally {
            authority.works();
        }
        long backlog = history.unfinishedOrders();
        double draining = Waiting.until("every order at rest", LIMIT, () -> history.unfinishedOrders() == 0);
        double buying = backlog / perSecond;
        new Table("backlog", "placed in s", "finished in s", "orders/s", "buying as many takes s", "ratio")
                .row(backlog, placing.seconds(), draining, backlog / draining, buying, draining / buying)
                .print(System.out);
        System.out.println(history.number("select count(*) from postage_order where state = 'released'")
                + " orders of this home are released.");
    }

    /** Places the backlog; an order that is refused for now, as with 503, is placed again. */
    private Measured place(VendorSystem system) throws IOException, InterruptedException {
        VendorApi api = new VendorApi(system);
        SheetSupply sheets = new SheetSupply(api, LetterBuyer.STOCK);
        sheets.reserve(callers + orders / LetterBuyer.LABELS);
        return ClosedLoop.times(
                callers, orders, LIMIT, client -> new LetterBuyer(api, sheets, client, 1).untilPlaced());
    }
}
