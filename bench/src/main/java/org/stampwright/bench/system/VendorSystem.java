package org.stampwright.bench.system;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stampwright.protocol.StrictJson;

/**
 * A complete vendor system in a home of its own: database, authority, card sandbox and instances, started with {@code
 * --performance}. It is stopped when this is closed, unless it ran before.
 */
public final class VendorSystem implements AutoCloseable {

    private static final Set<String> OTHERS = Set.of("postgres", "authority", "cards");

    private final Script script;
    private final boolean ours;
    private final JsonObject status;

    private VendorSystem(Script script, boolean ours, JsonObject status) {
        this.script = script;
        this.ours = ours;
        this.status = status;
    }

    /**
     * Starts a home, or takes the one that runs there.
     *
     * @param portBase the first of its ports
     * @param servers  the number of instances, each with both roles
     */
    public static VendorSystem up(Script script, int portBase, int servers) throws IOException, InterruptedException {
        boolean runs = Files.exists(script.home().resolve("plan.json"))
                && script.run("status", List.of()).status() == 0;
        if (runs) {
            // It may still be starting; this waits until it is ready.
            script.must("up", "--detach");
        } else {
            SeedStock.addTo(script.home());
            script.must(
                    "up",
                    "--servers",
                    Integer.toString(servers),
                    "--performance",
                    "--test-controls",
                    "--port-base",
                    Integer.toString(portBase),
                    "--detach");
        }
        JsonObject status = StrictJson.object(script.must("status", "--json"));
        if (status.getJsonArray("serverSystems").isEmpty()) {
            throw new IOException("the storefront does not say which server systems there are");
        }
        return new VendorSystem(script, !runs, status);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (ours) {
            script.must("down");
        }
    }

    public Script script() {
        return script;
    }

    public Path home() {
        return script.home();
    }

    /** Returns the content of a file in the home, such as a secret, without its last line feed. */
    public String file(String path) throws IOException {
        return Files.readString(home().resolve(path)).strip();
    }

    public String jdbcUrl() {
        return status.getString("jdbcUrl");
    }

    public URI authority() {
        return URI.create(status.getString("authority"));
    }

    public URI cards() {
        return URI.create(status.getString("cards"));
    }

    public String apiKey() {
        return status.getJsonObject("api").getString("key");
    }

    public String operatorLogin() {
        JsonObject operator = status.getJsonObject("operator");
        return operator.getString("user") + ":" + operator.getString("password");
    }

    /** Returns the process id of each process, by its name in {@code status}. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        processes()
                .forEach(one ->
                        pids.put(one.getString("name"), one.getJsonNumber("pid").longValue()));
        return pids;
    }

    /** Returns the process id of each vendor instance, by its name. */
    public Map<String, Long> instances() {
        Map<String, Long> instances = pids();
        instances.keySet().removeAll(OTHERS);
        return instances;
    }

    /** Returns the public address of each instance that serves the web. */
    public List<URI> storefronts() {
        Set<String> serving = status.getJsonArray("serverSystems").getValuesAs(JsonObject.class).stream()
                .filter(one -> !one.getString("role").equals("processing"))
                .map(one -> one.getString("name"))
                .collect(Collectors.toSet());
        List<URI> addresses = new ArrayList<>();
        for (JsonObject one : processes()) {
            if (serving.contains(one.getString("name"))) {
                addresses.add(URI.create("http://127.0.0.1:" + one.getInt("port")));
            }
        }
        return addresses;
    }

    /** Returns the name of the program that listens on each port, the internal listeners of the instances included. */
    public Map<Integer, String> ports() {
        Map<Integer, String> ports = new LinkedHashMap<>();
        processes().forEach(one -> ports.put(one.getInt("port"), one.getString("name")));
        for (JsonObject one : status.getJsonArray("serverSystems").getValuesAs(JsonObject.class)) {
            ports.put(URI.create(one.getString("address")).getPort(), "another instance");
        }
        return ports;
    }

    private List<JsonObject> processes() {
        return status.getJsonArray("processes").getValuesAs(JsonObject.class);
    }
}
