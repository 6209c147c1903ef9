package org.stampwright.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point: lists the commands and turns a refusal into one line. */
@Command(
        name = "stampwright",
        mixinStandardHelpOptions = true,
        version = "Stampwright 0.1.0",
        description = "Sells postage over the web under one licence; customers print it at home.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            MigrateCommand.class,
            ImportCommand.class,
            BuyCommand.class,
            PrintCommand.class,
            DecodeCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            HelperCommand.class,
            StockCommand.class,
            PrepareCommand.class,
            CommandLine.HelpCommand.class
        })
final class Stampwright {

    /** Without this, each call into JSON-P searches all libraries for a provider. */
    private static final String JSON_PROVIDER = "org.eclipse.parsson.JsonProviderImpl";

    private Stampwright() {}

    public static void main(String[] arguments) {
        System.setProperty("jakarta.json.provider", JSON_PROVIDER);
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Stampwright())
                .setExecutionExceptionHandler(Stampwright::tell)
                .setParameterExceptionHandler(Stampwright::tellHowItIsCalled);
    }

    private static int tell(Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
        return say(command, new Fault(fault).line(), 1);
    }

    private static int tellHowItIsCalled(CommandLine.ParameterException unfit, String[] arguments) {
        CommandLine command = unfit.getCommandLine();
        return say(
                command,
                Refusal.BEGINNING + unfit.getMessage() + "; see: "
                        + command.getCommandSpec().qualifiedName() + " --help",
                CommandLine.ExitCode.USAGE);
    }

    private static int say(CommandLine command, String line, int status) {
        command.getErr().println(line);
        command.getErr().flush();
        return status;
    }
}
