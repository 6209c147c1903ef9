package org.stampwright.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.stampwright.bench.system.VendorSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code all}: the benchmarks one after the other on one system; only the first warms it up. */
@Command(
        name = "all",
        mixinStandardHelpOptions = true,
        description = "All benchmarks on one system, the growth of its history and its audit last.")
final class AllCommand implements Callable<Integer> {

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--pieces",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "The size of the large history (default: ${DEFAULT-VALUE}).")
    private long pieces;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Orders of the franking stage and of the backlog (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Override
    public Integer call() throws Exception {
        try (VendorSystem system = options.up()) {
            int failed = run("purchases");
            failed |= run("franking", "--warm-up=0", "--orders=" + orders, "--large-orders=" + orders / 2);
            failed |= run("recovery", "--warm-up=0", "--orders=" + orders);
            failed |= run("growth", "--warm-up=0", "--pieces=1000," + pieces);
            failed |= run("audit", "--warm-up=0");
            return failed;
        }
    }

    private int run(String benchmark, String... more) {
        System.out.println("## " + benchmark);
        List<String> line = new ArrayList<>(List.of(benchmark));
        line.addAll(options.arguments());
        line.addAll(Arrays.asList(more));
        return Bench.execute(line.toArray(String[]::new));
    }
}
