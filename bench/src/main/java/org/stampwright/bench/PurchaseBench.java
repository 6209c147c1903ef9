package org.stampwright.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stampwright.bench.cost.Counts;
import org.stampwright.bench.cost.PartCosts;
import org.stampwright.bench.cost.ProcessTimes;
import org.stampwright.bench.load.ClosedLoop;
import org.stampwright.bench.load.LetterBuyer;
import org.stampwright.bench.load.Measured;
import org.stampwright.bench.load.SheetSupply;
import org.stampwright.bench.report.Table;
import org.stampwright.bench.system.VendorApi;
import org.stampwright.bench.system.VendorSystem;
import org.stampwright.bench.yardstick.NullPurchases;
import org.stampwright.bench.yardstick.Pgbench;

/** Measures purchases of one stamp each on a running system. */
final class PurchaseBench {

    private static final Duration COUNTED = Duration.ofSeconds(6);
    private static final double FASTER_THAN_BEFORE = 1.5;

    private final VendorSystem system;
    private final BenchOptions options;
    private final VendorApi api;
    private final SheetSupply sheets;
    private double perSecond = 60;

    PurchaseBench(VendorSystem system, BenchOptions options) {
        this.system = system;
        this.options = options;
        this.api = new VendorApi(system);
        this.sheets = new SheetSupply(api, LetterBuyer.STOCK);
    }

    /**
     * One measured run with its yardstick from the same minute.
     *
     * @param cpuMs        processor time by process
     * @param transactions pgbench's, a second
     */
    record Run(int clients, Measured measured, Map<String, Long> cpuMs, double transactions) {

        double ratio() {
            return measured.perSecond() / transactions;
        }

        double cpuMsAPurchase() {
            return cpuMs.get("all") / (double) Math.max(1, measured.count());
        }
    }

    void warmUp(Duration time) throws IOException, InterruptedException {
        if (!time.isZero()) {
            buy(options.mostClients(), time);
        }
    }

    /** Returns all runs, by number of clients in the order of the options. */
    List<List<Run>> measure() throws IOException, InterruptedException, SQLException {
        Pgbench pgbench = Pgbench.on(options.pgbench, system.jdbcUrl());
        List<List<Run>> all = new ArrayList<>();
        for (int clients : options.clients) {
            List<Run> runs = new ArrayList<>();
            for (int run = 0; run < options.runs; run++) {
                reserveSheets(clients, options.run());
                ProcessTimes before = ProcessTimes.now(system);
                Measured measured = buy(clients, options.run());
                Map<String, Long> cpuMs = ProcessTimes.now(system).since(before);
                runs.add(new Run(clients, measured, cpuMs, pgbench.run(clients, options.run())));
            }
            all.add(runs);
        }
        return all;
    }

    private void reserveSheets(int clients, Duration time) throws IOException, InterruptedException {
        double purchases = perSecond * FASTER_THAN_BEFORE * Math.max(1, time.toSeconds());
        sheets.reserve(clients + (int) (purchases / LetterBuyer.LABELS));
    }

    Measured buy(int clients, Duration time) throws IOException, InterruptedException {
        Measured measured = ClosedLoop.run(clients, time, client -> new LetterBuyer(api, sheets, client, 1));
        perSecond = Math.max(perSecond, measured.perSecond());
        return measured;
    }

    static Run median(List<Run> runs) {
        return Measured.median(
                runs, Comparator.comparingDouble(run -> run.measured().perSecond()));
    }

    void print(PrintStream out, List<List<Run>> all) {
        Table speed = new Table(
                "clients", "purchases/s", "all runs", "median ms", "99 % ms", "not released", "pgbench tx/s", "ratio");
        for (List<Run> runs : all) {
            Run median = median(runs);
            speed.row(
                    median.clients(),
                    median.measured().perSecond(),
                    runs.stream()
                            .map(run -> String.format("%.1f", run.measured().perSecond()))
                            .collect(Collectors.joining(", ")),
                    median.measured().percentile(50),
                    median.measured().percentile(99),
                    runs.stream().mapToInt(run -> run.measured().failed()).sum(),
                    median.transactions(),
                    median.ratio());
        }
        speed.print(out);
        printProcessors(out, all);
    }

    private static void printProcessors(PrintStream out, List<List<Run>> all) {
        List<Run> medians = all.stream().map(PurchaseBench::median).toList();
        List<Object> head = new ArrayList<>(List.of("processor ms a purchase"));
        medians.forEach(run -> head.add(run.clients() + " clients"));
        Table table = new Table(head.toArray(String[]::new));
        for (String process : medians.get(medians.size() - 1).cpuMs().keySet()) {
            List<Object> row = new ArrayList<>(List.of(process));
            medians.forEach(run -> row.add(run.cpuMs().getOrDefault(process, 0L)
                    / (double) Math.max(1, run.measured().count())));
            table.row(row.toArray());
        }
        table.print(out);
    }

    /** Makes as many null purchases as time allows, with each number of clients, and prints what they cost. */
    void printNull(PrintStream out) throws IOException, InterruptedException, SQLException {
        Pgbench pgbench = Pgbench.on(options.pgbench, system.jdbcUrl());
        List<List<Run>> all = new ArrayList<>();
        try (NullPurchases floor = new NullPurchases(system, pgbench)) {
            floor.run(options.mostClients(), options.run());
            for (int clients : options.clients) {
                ProcessTimes before = floor.processTimes();
                Measured measured = floor.run(clients, options.run());
                Map<String, Long> cpuMs = floor.processTimes().since(before);
                all.add(List.of(new Run(clients, measured, cpuMs, pgbench.run(clients, options.run()))));
            }
        }
        out.println("Null purchases: the same outside calls, signatures and bare transactions, without a vendor.");
        print(out, all);
    }

    /** Makes a counted and a profiled run with the most clients, and prints both. */
    void printCosts(PrintStream out) throws IOException, InterruptedException, SQLException {
        int clients = options.mostClients();
        reserveSheets(clients, COUNTED);
        Counts counts = Counts.of(system, () -> buy(clients, COUNTED));
        Table counted = new Table("per purchase, " + clients + " clients, periodic jobs included", "number");
        counts.perPurchase().forEach(counted::row);
        counted.print(out);
        reserveSheets(clients, options.run());
        PartCosts costs = PartCosts.start(system.instances().values());
        Measured measured = buy(clients, options.run());
        Table parts = new Table("processor ms a purchase, all instances, " + clients + " clients", "ms");
        costs.stop().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(part -> parts.row(part.getKey(), part.getValue() / Math.max(1, measured.count())));
        parts.print(out);
    }
}
