package org.stampwright.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.stampwright.bench.report.Table;
import org.stampwright.bench.system.History;
import org.stampwright.bench.system.VendorSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code growth}: the cost of a purchase with a small history and with a large one, in the same warm processes. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description = "The cost of a purchase as the history grows: the same runs before and after seeding.")
final class GrowthCommand implements Callable<Integer> {

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--pieces",
            paramLabel = "N",
            split = ",",
            defaultValue = "1000,1000000",
            description = "The sizes of the history, ascending (default: ${DEFAULT-VALUE}).")
    private List<Long> pieces;

    @Override
    public Integer call() throws Exception {
        try (VendorSystem system = options.up();
                History history = new History(system)) {
            PurchaseBench bench = new PurchaseBench(system, options);
            bench.warmUp(Duration.ofSeconds(options.warmUp));
            List<Size> sizes = new ArrayList<>();
            for (long size : pieces) {
                new Seeder(system, System.err).growTo(size);
                sizes.add(new Size(history.pieces(), bench.measure()));
            }
            print(sizes);
        }
        return 0;
    }

    private record Size(long pieces, List<List<PurchaseBench.Run>> runs) {}

    private static void print(List<Size> sizes) throws SQLException, IOException {
        Table table = new Table(
                "pieces", "clients", "purchases/s", "median ms", "processor ms a purchase", "pgbench tx/s", "cost");
        for (Size size : sizes) {
            for (int i = 0; i < size.runs().size(); i++) {
                PurchaseBench.Run run = PurchaseBench.median(size.runs().get(i));
                PurchaseBench.Run first =
                        PurchaseBench.median(sizes.get(0).runs().get(i));
                table.row(
                        size.pieces(),
                        run.clients(),
                        run.measured().perSecond(),
                        run.measured().percentile(50),
                        run.cpuMsAPurchase(),
                        run.transactions(),
                        run.cpuMsAPurchase() / first.cpuMsAPurchase());
            }
        }
        table.print(System.out);
    }
}
