package org.stampwright.cli;

import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;
import org.stampwright.audit.Auditor;
import org.stampwright.audit.AuthorityRecords;
import org.stampwright.audit.CardLists;
import org.stampwright.audit.Finding;
import org.stampwright.audit.Progress;
import org.stampwright.cli.database.PostgresServer;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Ports;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.stamps.Trust;
import org.stampwright.cli.world.Enrolment;
import org.stampwright.nativecrypto.SignatureProvider;
import org.stampwright.protocol.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code audit}: checks the invariants from outside the application, with the database, the authority and the card
 * company.
 */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the vendor's records against the authority's and the card company's.",
            "Exit status 0 only if every invariant holds; 1 with "
                    + "findings, or with one line if a party was unreachable."
        })
final class AuditCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(
            names = "--json",
            description = {
                "Prints findings as a JSON array, empty if every invariant holds; each is an object of strings:",
                "\"invariant\" (I1 to I14), \"subject\" (\"psd 00000017\", \"order UUID\"; \"intent ID\" or"
                        + " \"session ID\" where the "
                        + "card company names no order) and \"detail\"."
            })
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        SignatureProvider.install();
        List<Finding> findings = findings(home.existing());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonArrayBuilder array = StrictJson.PROVIDER.createArrayBuilder();
            findings.forEach(one -> array.add(StrictJson.PROVIDER
                    .createObjectBuilder()
                    .add("invariant", one.invariant())
                    .add("subject", one.subject())
                    .add("detail", one.detail())));
            out.println(array.build());
        } else if (findings.isEmpty()) {
            out.println("everything holds");
        } else {
            findings.forEach(out::println);
        }
        return findings.isEmpty() ? 0 : 1;
    }

    private static List<Finding> findings(Home home) throws InterruptedException {
        try {
            return auditor(home, Plan.read(home).ports())
                    .recount(Progress.unwatched())
                    .findings();
        } catch (SQLException unreachable) {
            throw new Refusal("no audit: the database cannot be read (" + oneLine(unreachable) + ")", unreachable);
        } catch (IOException unanswered) {
            throw new Refusal("no audit: " + oneLine(unanswered), unanswered);
        } catch (UncheckedIOException | IllegalStateException unfinished) {
            throw new Refusal("no audit: this home is not complete (" + oneLine(unfinished) + ")", unfinished);
        }
    }

    private static String oneLine(Exception told) {
        return String.valueOf(told.getMessage()).lines().findFirst().orElse("");
    }

    private static Auditor auditor(Home home, Ports ports) {
        CardLists.Access cards = new CardLists.Access(
                URI.create("http://127.0.0.1:" + ports.cards()), home.secrets().cardKey(), Optional.empty());
        return new Auditor(database(home, ports), access(home, ports), cards, Clock.systemUTC());
    }

    private static PGSimpleDataSource database(Home home, Ports ports) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(new PostgresServer(home, ports.postgres()).url("stampwright"));
        database.setUser("stampwright_audit");
        database.setPassword(home.secrets().auditPassword());
        return database;
    }

    private static AuthorityRecords.Access access(Home home, Ports ports) {
        Enrolment enrolment =
                Enrolment.kept(home).orElseThrow(() -> new Refusal("this home was never enrolled at an authority"));
        return new AuthorityRecords.Access(
                URI.create("http://127.0.0.1:" + ports.authority()),
                Trust.root(home.root()),
                enrolment.auditorKeyId(),
                home.secrets().auditorPrivateKey(),
                Clock.systemUTC(),
                new SecureRandom());
    }
}
