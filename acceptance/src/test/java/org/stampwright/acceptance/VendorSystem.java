package org.stampwright.acceptance;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.stampwright.bench.system.SeedStock;

/**
 * The assembled system: one instance that only serves the web, two that only process, the authority and the card
 * company. It is started once, by the first test that needs it, and stopped when the suite ends. During development,
 * {@code -Dstampwright.home=…} names a running home of that form, which is left running.
 */
final class VendorSystem implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final int PORT_BASE = 18080;

    private final Cli cli;
    private final boolean ours;
    private JsonObject first;

    private VendorSystem(Cli cli, boolean ours) {
        this.cli = cli;
        this.ours = ours;
    }

    /** Passes the one running system to every test that has a parameter of its type. */
    static final class Running implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == VendorSystem.class;
        }

        @Override
        public VendorSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(VendorSystem.class, key -> started(), VendorSystem.class);
        }
    }

    /** A home that a test starts, damages and stops by itself. */
    static VendorSystem of(Cli cli) {
        return new VendorSystem(cli, true);
    }

    private static VendorSystem started() {
        Path root =
                Path.of(System.getProperty("stampwright.root")).toAbsolutePath().normalize();
        String running = System.getProperty("stampwright.home");
        if (running != null) {
            return new VendorSystem(new Cli(root, Path.of(running).toAbsolutePath()), false);
        }
        Path home = root.resolve("acceptance/target/home");
        Cli cli = new Cli(root, home);
        if (Files.exists(home)) {
            cli.run("down");
            delete(home);
        }
        giveStockForLargeOrders(home);
        cli.must(
                "up",
                "--servers",
                "0",
                "--web",
                "1",
                "--processing",
                "2",
                "--port-base",
                Integer.toString(PORT_BASE),
                "--detach");
        return new VendorSystem(cli, true);
    }

    private static void giveStockForLargeOrders(Path home) {
        try {
            SeedStock.addTo(home);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        if (ours) {
            cli.run("down");
        }
    }

    Cli cli() {
        return cli;
    }

    Path root() {
        return cli.root();
    }

    Path home() {
        return cli.home();
    }

    /** The first output of {@code status --json}: addresses, keys and passwords, which do not change. */
    JsonObject status() {
        if (first == null) {
            first = statusNow();
        }
        return first;
    }

    /** Returns the current output of {@code status --json}: process ids and states change. */
    JsonObject statusNow() {
        return object(cli.must("status", "--json"));
    }

    /** Returns the n-th port of the home's range of 100. */
    int port(int n) {
        return URI.create(storefront()).getPort() + n;
    }

    /** Returns an instance's address; the first one is the storefront's. */
    String instance(int n) {
        return "http://127.0.0.1:" + port(n);
    }

    String storefront() {
        return status().getString("storefront");
    }

    /** Returns the address of a page of the storefront or the console. */
    String page(String path) {
        return URI.create(storefront()).resolve(path).toString();
    }

    Api api() {
        JsonObject api = status().getJsonObject("api");
        return Api.withKey(storefront(), api.getString("key"));
    }

    /** Returns the operator's API, by HTTP Basic. */
    Api operator() {
        JsonObject operator = status().getJsonObject("operator");
        String login = operator.getString("user") + ":" + operator.getString("password");
        return new Api(
                URI.create(storefront()),
                "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns a new API client, created by the operator. */
    Api newClient() {
        String name = "client-" + UUID.randomUUID();
        JsonObject answer = imports("{\"accounts\":[{\"kind\":\"client\",\"name\":\"" + name + "\"}]}");
        return Api.withKey(
                storefront(), answer.getJsonArray("accounts").getJsonObject(0).getString("key"));
    }

    /** Imports a new label sheet or roll label as the operator; returns its serial number as printed. */
    String newSheet(String stock) {
        return newSheets(stock, 1).get(0);
    }

    List<String> newSheets(String stock, int count) {
        JsonObject answer =
                imports("{\"sheets\":[{\"series\":\"T\",\"count\":" + count + ",\"stock\":\"" + stock + "\"}]}");
        return answer.getJsonArray("sheets").getValuesAs(JsonObject.class).stream()
                .flatMap(group -> group.getJsonArray("serials").getValuesAs(JsonString.class).stream())
                .map(JsonString::getString)
                .toList();
    }

    JsonObject imports(String document) {
        Api.Answer answer = operator().post("/operator/api/import", document);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json();
    }

    Ledger ledger() {
        return new Ledger(status().getString("jdbcUrl"));
    }

    /** Returns the process id of an instance, the authority or the card company, by its name in the status. */
    long pid(String name) {
        return statusNow().getJsonArray("processes").getValuesAs(JsonObject.class).stream()
                .filter(process -> process.getString("name").equals(name))
                .mapToLong(process -> process.getJsonNumber("pid").longValue())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process named " + name));
    }

    /** Returns whether this instance reports that it is ready. */
    boolean isReady(String name) {
        return statusNow().getJsonArray("processes").getValuesAs(JsonObject.class).stream()
                .filter(process -> process.getString("name").equals(name))
                .anyMatch(process -> new Api(URI.create("http://127.0.0.1:" + process.getInt("port")), null)
                        .answers("/health/ready"));
    }

    /** Kills a process at once, like a power cut. */
    void kill(String name) {
        ProcessHandle.of(pid(name)).orElseThrow().destroyForcibly();
    }

    /** Waits until the auditor finds nothing. */
    void auditIsClean() {
        Cli.Run[] last = new Cli.Run[1];
        try {
            Waiting.untilTrue("the audit is clean", Duration.ofSeconds(60), () -> {
                last[0] = cli.run("audit", "--json");
                return last[0].exit() == 0;
            });
        } catch (AssertionError notClean) {
            throw new AssertionError(last[0].out() + last[0].err(), notClean);
        }
    }

    static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    static JsonArray array(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
