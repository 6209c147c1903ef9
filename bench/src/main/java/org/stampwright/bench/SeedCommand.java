package org.stampwright.bench;

import java.util.List;
import java.util.concurrent.Callable;
import org.stampwright.bench.system.Script;
import org.stampwright.bench.system.VendorSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code seed}: gives a home a history. */
@Command(
        name = "seed",
        mixinStandardHelpOptions = true,
        description = "Makes a genuine history by buying in orders of 1,000 stamps, and audits it.")
final class SeedCommand implements Callable<Integer> {

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--pieces",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "The least number of pieces of the history (default: ${DEFAULT-VALUE}).")
    private long pieces;

    @Override
    public Integer call() throws Exception {
        try (VendorSystem system = options.up()) {
            long begin = System.nanoTime();
            long there = new Seeder(system, System.err).growTo(pieces);
            System.out.printf("%,d pieces after %,.0f s%n", there, (System.nanoTime() - begin) / 1e9);
            Script.Ended audit = system.script().run("audit", List.of());
            System.out.print(audit.output());
            return audit.status();
        }
    }
}
