package org.stampwright.cli;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stampwright.cli.database.Operator;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.world.JsonHttp;
import org.stampwright.cli.world.UnexpectedResponse;
import org.stampwright.protocol.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: imports an operator's document through the vendor's own interface, in full or not at all. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports rates, label sheets, server systems and API clients; prints the changes made.")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "FILE", description = "One JSON document.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Home existing = home.existing();
        Plan plan = Plan.read(existing);
        URI storefront = URI.create(
                "http://127.0.0.1:" + plan.ports().instance(plan.storefront().number()));
        JsonHttp operator =
                JsonHttp.basic(storefront, Operator.LOGIN, existing.secrets().operatorPassword());
        try {
            spec.commandLine().getOut().println(operator.post("/operator/api/import", document()));
            return 0;
        } catch (UnexpectedResponse refused) {
            throw new Refusal(
                    "the import was refused: " + (refused.status() == 0 ? refused.getMessage() : refused.body()),
                    refused);
        }
    }

    private JsonObject document() {
        try {
            return StrictJson.object(Files.readAllBytes(file));
        } catch (IOException | JsonException unreadable) {
            throw new Refusal(
                    file + " cannot be read as one JSON document (" + unreadable.getMessage() + ")", unreadable);
        }
    }
}
