package org.stampwright.bench;

import java.util.concurrent.Callable;
import org.stampwright.bench.system.VendorSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit}: the periodic audit of an idle system, and the audit from outside. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Time and processor time of the periodic audit and of a full recount of the home's history.")
final class AuditCommand implements Callable<Integer> {

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--audits",
            paramLabel = "N",
            defaultValue = "3",
            description = "Periodic audits to watch (default: ${DEFAULT-VALUE}).")
    private int audits;

    @Option(
            names = "--new-pieces",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Pieces bought before each of them (default: ${DEFAULT-VALUE}).")
    private int newPieces;

    @Option(
            names = "--recount",
            paramLabel = "ARGUMENT",
            description = "Arguments of `stampwright audit` for a full recount (default: none).")
    private String[] recount = {};

    @Override
    public Integer call() throws Exception {
        try (VendorSystem system = options.up()) {
            AuditBench bench = new AuditBench(system);
            bench.printPeriodic(System.out, audits, newPieces);
            return bench.printRecount(System.out, recount);
        }
    }
}
