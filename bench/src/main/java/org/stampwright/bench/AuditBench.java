package org.stampwright.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stampwright.bench.cost.PartCosts;
import org.stampwright.bench.cost.ProcessTimes;
import org.stampwright.bench.load.Waiting;
import org.stampwright.bench.report.Table;
import org.stampwright.bench.system.History;
import org.stampwright.bench.system.VendorSystem;

/** Measures audits of an otherwise idle system. */
final class AuditBench {

    private static final Duration LIMIT = Duration.ofHours(1);
    private static final long PACE_MS = 200;
    private static final double MS_A_SECOND = 1e3;
    private static final double NANOS_A_SECOND = 1e9;

    private final VendorSystem system;

    AuditBench(VendorSystem system) {
        this.system = system;
    }

    /** Watches this many periodic audits; before each as many pieces as given are bought. */
    void printPeriodic(PrintStream out, int audits, int newPieces)
            throws SQLException, IOException, InterruptedException {
        try (History history = new History(system)) {
            Table table = new Table(
                    "pieces",
                    "new",
                    "audits",
                    "longest s",
                    "watched s",
                    "processor s, all processes",
                    "auditor in the instances s");
            for (int audit = 0; audit < audits; audit++) {
                long before = history.pieces();
                if (newPieces > 0) {
                    new Seeder(system, System.err).growTo(before + newPieces);
                }
                addAudit(table, history, before);
            }
            table.print(out);
        }
    }

    private void addAudit(Table table, History history, long before)
            throws SQLException, IOException, InterruptedException {
        String runs = " from audit_run where kind = 'audit' and started_at > to_timestamp("
                + history.number("select ceil(extract(epoch from clock_timestamp()))::bigint") + ")";
        PartCosts parts = PartCosts.start(system.instances().values());
        ProcessTimes begin = ProcessTimes.now(system);
        double watched = Waiting.until(
                "an audit that began after the purchases", LIMIT, () -> history.number("select count(*)" + runs) > 0);
        Map<String, Long> used = ProcessTimes.now(system).since(begin);
        table.row(
                history.pieces(),
                history.pieces() - before,
                history.number("select count(*)" + runs),
                history.number("select coalesce(max(extract(epoch from finished_at - started_at) * 1000), 0)::bigint"
                                + runs)
                        / MS_A_SECOND,
                watched,
                used.get("all") / MS_A_SECOND,
                parts.stop().getOrDefault("auditor", 0.0) / MS_A_SECOND);
    }

    /** Runs the audit from outside and prints what it cost; returns its exit status. */
    int printRecount(PrintStream out, String... arguments) throws SQLException, IOException, InterruptedException {
        try (History history = new History(system)) {
            Waiting.until("every order at rest", LIMIT, () -> history.unfinishedOrders() == 0);
            ProcessTimes begin = ProcessTimes.now(system);
            long start = System.nanoTime();
            Process audit = new ProcessBuilder(system.script().commandLine("audit", List.of(arguments)))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            long auditMs = 0;
            while (audit.isAlive()) {
                auditMs = Math.max(auditMs, ProcessTimes.ofTree(audit.toHandle()));
                Thread.sleep(PACE_MS);
            }
            double seconds = (System.nanoTime() - start) / NANOS_A_SECOND;
            print(
                    out,
                    history.pieces(),
                    seconds,
                    auditMs,
                    ProcessTimes.now(system).since(begin));
            out.println("audit: " + new String(audit.getInputStream().readAllBytes()).strip());
            return audit.exitValue();
        }
    }

    private static void print(PrintStream out, long pieces, double seconds, long auditMs, Map<String, Long> used) {
        new Table("full recount from outside", "figure")
                .row("pieces", pieces)
                .row("seconds, with the start of the program", seconds)
                .row("pieces a second", pieces / seconds)
                .print(out);
        Table processors = new Table("processor s of the recount", "s");
        processors.row("the audit itself", auditMs / MS_A_SECOND);
        new TreeMap<>(used).forEach((process, ms) -> processors.row(process, ms / MS_A_SECOND));
        processors.print(out);
    }
}
