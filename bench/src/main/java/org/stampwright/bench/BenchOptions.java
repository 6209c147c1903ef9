package org.stampwright.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.stampwright.bench.system.Script;
import org.stampwright.bench.system.VendorSystem;
import picocli.CommandLine.Option;

/** The options of every benchmark. */
final class BenchOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${sys:stampwright.top:-.}/bench/target/home",
            description =
                    "The home to measure, such as one with a seeded history; it is started, and stopped afterwards, "
                            + "unless it runs already (default: ${DEFAULT-VALUE}).")
    Path home;

    @Option(
            names = "--port-base",
            paramLabel = "P",
            defaultValue = "18600",
            description = "All ports are within P .. P+99 (default: ${DEFAULT-VALUE}).")
    int portBase;

    @Option(
            names = "--servers",
            paramLabel = "N",
            defaultValue = "2",
            description = "Instances with both roles (default: ${DEFAULT-VALUE}).")
    int servers;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Purchases before anything is measured (default: ${DEFAULT-VALUE}).")
    int warmUp;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "The length of each run (default: ${DEFAULT-VALUE}).")
    int seconds;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            description = "Runs of which the median counts (default: ${DEFAULT-VALUE}).")
    int runs;

    @Option(
            names = "--clients",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,32",
            description = "Numbers of clients, the largest last (default: ${DEFAULT-VALUE}).")
    List<Integer> clients;

    @Option(
            names = "--pgbench",
            paramLabel = "PROGRAM",
            defaultValue = "pgbench",
            description = "The pgbench program (default: ${DEFAULT-VALUE}).")
    String pgbench;

    @Option(
            names = "--stampwright",
            paramLabel = "SCRIPT",
            defaultValue = "${sys:stampwright.top:-.}/bin/stampwright",
            hidden = true,
            description = "The script that runs the system's commands.")
    Path stampwright;

    VendorSystem up() throws Exception {
        Script script = new Script(
                stampwright.toAbsolutePath().normalize(), home.toAbsolutePath().normalize());
        return VendorSystem.up(script, portBase, servers);
    }

    /** Returns these options as another benchmark's command line has them. */
    List<String> arguments() {
        return List.of(
                "--home=" + home,
                "--port-base=" + portBase,
                "--servers=" + servers,
                "--warm-up=" + warmUp,
                "--seconds=" + seconds,
                "--runs=" + runs,
                "--clients=" + clients.stream().map(String::valueOf).collect(Collectors.joining(",")),
                "--pgbench=" + pgbench,
                "--stampwright=" + stampwright);
    }

    Duration run() {
        return Duration.ofSeconds(seconds);
    }

    int mostClients() {
        return clients.get(clients.size() - 1);
    }
}
