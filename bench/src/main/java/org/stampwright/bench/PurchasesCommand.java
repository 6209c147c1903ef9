package org.stampwright.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.stampwright.bench.system.VendorSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code purchases}: whole purchases through the public API, what each costs, and where the time goes. */
@Command(
        name = "purchases",
        mixinStandardHelpOptions = true,
        description = "Whole purchases a second through the API, their cost by process and by part, beside pgbench.")
final class PurchasesCommand implements Callable<Integer> {

    @Mixin
    private BenchOptions options;

    @Option(names = "--no-profile", description = "Omits the counted and the profiled run.")
    private boolean noProfile;

    @Option(names = "--no-null", description = "Omits the null purchases: the same outside calls without a vendor.")
    private boolean noNull;

    @Override
    public Integer call() throws Exception {
        try (VendorSystem system = options.up()) {
            PurchaseBench bench = new PurchaseBench(system, options);
            bench.warmUp(Duration.ofSeconds(options.warmUp));
            bench.print(System.out, bench.measure());
            if (!noNull) {
                bench.printNull(System.out);
            }
            if (!noProfile) {
                bench.printCosts(System.out);
            }
        }
        return 0;
    }
}
