package org.stampwright.bench;

import org.stampwright.nativecrypto.SignatureProvider;
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
            FrankingCommand.class,
            RecoveryCommand.class,
            AuditCommand.class,
            GrowthCommand.class,
            SeedCommand.class,
            AllCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Bench {

    private static final String JSON_PROVIDER = "org.eclipse.parsson.JsonProviderImpl";

    private Bench() {}

    public static void main(String[] arguments) {
        System.setProperty("jakarta.json.provider", JSON_PROVIDER);
        SignatureProvider.install();
        System.exit(execute(arguments));
    }

    public static int execute(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** A fault is reported in one line, since each says what was seen. Of a repeated option the last one counts. */
    static CommandLine commandLine() {
        return new CommandLine(new Bench())
                .setOverwrittenOptionsAllowed(true)
                .setExecutionExceptionHandler((fault, command, parsed) -> {
                    command.getErr().println("bench: " + fault);
                    return 1;
                });
    }
}
