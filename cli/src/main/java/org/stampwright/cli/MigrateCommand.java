package org.stampwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.stampwright.cli.database.Operator;
import org.stampwright.cli.database.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code migrate}: migrates a database that does not belong to a home, before its first node starts. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Migrates a PostgreSQL database to the newest schema, as its owner (`up` does this for a home).")
final class MigrateCommand implements Callable<Integer> {

    @Option(names = "--url", required = true, paramLabel = "JDBC-URL", description = "The database.")
    private String url;

    @Option(
            names = "--user",
            defaultValue = "stampwright_owner",
            description = "The owner role (default: ${DEFAULT-VALUE}).")
    private String user;

    @Option(names = "--password-file", required = true, paramLabel = "FILE", description = "The owner's password.")
    private Path passwordFile;

    @Option(
            names = "--operator-password",
            paramLabel = "FILE",
            description = "Creates the first operator's account, or sets its password.")
    private Path operatorPassword;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String password = Files.readString(passwordFile).strip();
        String version = Schema.migrate(url, user, password);
        spec.commandLine().getOut().println("the schema is at version " + version);
        if (operatorPassword != null) {
            makeOperator(password);
        }
        return 0;
    }

    private void makeOperator(String password) throws IOException {
        try {
            Operator.setPassword(
                    url, user, password, Files.readString(operatorPassword).strip());
            spec.commandLine().getOut().println("the operator's login is " + Operator.LOGIN);
        } catch (SQLException failed) {
            throw new Refusal("the operator's account could not be written: " + failed.getMessage(), failed);
        }
    }
}
