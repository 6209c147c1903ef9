package org.stampwright.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code bin/stampwright bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a system of its own on this machine, each figure beside its yardstick from the same minutes.",
            "Prints Markdown for docs/measured.md."
        },
        synopsisSubcommandLabel = "BENCHMARK",
        subcommands = {
            PurchasesCommand.class,
            RecoveryCommand.class,
            AuditCommand.class,
            SeedCommand.class,
            CommandLine.HelpCommand.class
        })
final class Bench {

    private static final String JSON_PROVIDER = "org.eclipse.parsson.JsonProviderImpl";

    private Bench() {}

    public static void main(String[] arguments) {
        System.setProperty("jakarta.json.provider", JSON_PROVIDER);
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
