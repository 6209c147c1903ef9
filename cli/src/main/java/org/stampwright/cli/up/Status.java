package org.stampwright.cli.up;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.stampwright.cli.database.Operator;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Ports;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.supervision.StateFile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What {@code status --json} answers, under names that tests and tools rely on. */
public final class Status {

    private final Home home;

    public Status(Home home) {
        this.home = home;
    }

    public JsonObject json() {
        Plan plan = Plan.read(home);
        Ports ports = plan.ports();
        String storefront = VendorSettings.local(ports.instance(plan.storefront().number()));
        return Json.createObjectBuilder()
                .add("processes", processes())
                .add("storefront", storefront + "/")
                .add("operator", Json.createObjectBuilder().add("url", storefront + "/operator/")
                        .add("user", Operator.LOGIN).add("password", home.secrets().operatorPassword()))
                .add("authority", VendorSettings.local(ports.authority()))
                .add("cards", VendorSettings.local(ports.cards()))
                .add("jdbcUrl", "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/stampwright?user=postgres&password="
                        + URLEncoder.encode(home.secrets().superuserPassword(), StandardCharsets.UTF_8))
                .build();
    }

    private JsonArray processes() {
        StateFile file = new StateFile(home);
        if (file.supervisor().isEmpty()) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        return file.read().map(state -> state.getJsonArray("processes")).orElse(JsonValue.EMPTY_JSON_ARRAY);
    }
}
