package org.stampwright.cli.up;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.stampwright.cli.database.Operator;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Ports;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.supervision.StateFile;
import org.stampwright.cli.supervision.SupervisorLock;
import org.stampwright.cli.world.JsonHttp;
import org.stampwright.cli.world.UnexpectedResponse;
import org.stampwright.protocol.StrictJson;

/** The content of {@code status --json}, with field names that tests and tools rely on. */
public final class Status {

    /** The state of a process whose supervisor is gone, so that it would not be restarted. */
    public static final String UNWATCHED = "unwatched";

    private final Home home;
    private final Plan plan;

    public Status(Home home) {
        this.home = home;
        this.plan = Plan.read(home);
    }

    /** Returns the full status, including what the running vendor system reports of its server systems and PSDs. */
    public JsonObject json() throws InterruptedException {
        return StrictJson.PROVIDER
                .createObjectBuilder(local())
                .add("serverSystems", asked("server-systems", "serverSystems"))
                .add("psds", asked("psds", "psds"))
                .build();
    }

    /** Returns the status that the home itself knows. */
    JsonObject local() {
        Ports ports = plan.ports();
        JsonObjectBuilder json = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("processes", processes())
                .add("storefront", storefront() + "/")
                .add(
                        "operator",
                        StrictJson.PROVIDER
                                .createObjectBuilder()
                                .add("url", storefront() + "/operator/")
                                .add("user", Operator.LOGIN)
                                .add("password", home.secrets().operatorPassword()));
        if (home.secrets().apiKey() != null) {
            json.add(
                    "api",
                    StrictJson.PROVIDER
                            .createObjectBuilder()
                            .add("url", storefront() + "/api/v1")
                            .add("key", home.secrets().apiKey()));
        }
        return json.add("authority", VendorSettings.local(ports.authority()))
                .add("cards", VendorSettings.local(ports.cards()))
                .add(
                        "jdbcUrl",
                        "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/stampwright?user=postgres&password="
                                + URLEncoder.encode(home.secrets().superuserPassword(), StandardCharsets.UTF_8))
                .add(
                        "demoSheets",
                        StrictJson.PROVIDER.createArrayBuilder(Demo.of(home).sheets()))
                .build();
    }

    private String storefront() {
        return VendorSettings.local(plan.ports().instance(plan.storefront().number()));
    }

    /** Returns the running processes and, with a supervisor, those that it is about to restart. */
    private JsonArray processes() {
        StateFile file = new StateFile(home);
        if (SupervisorLock.holder(home).isPresent()) {
            return file.read().map(state -> state.getJsonArray("processes")).orElse(JsonValue.EMPTY_JSON_ARRAY);
        }
        JsonArrayBuilder left = StrictJson.PROVIDER.createArrayBuilder();
        file.alive()
                .forEach(one ->
                        left.add(StrictJson.PROVIDER.createObjectBuilder(one).add("state", UNWATCHED)));
        return left.build();
    }

    private JsonArray asked(String path, String list) throws InterruptedException {
        if (processes().isEmpty()) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        try {
            return JsonHttp.basic(
                            URI.create(storefront()),
                            Operator.LOGIN,
                            home.secrets().operatorPassword())
                    .get("/operator/api/" + path)
                    .asJsonObject()
                    .getJsonArray(list);
        } catch (UnexpectedResponse storefrontIsAway) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
    }
}
