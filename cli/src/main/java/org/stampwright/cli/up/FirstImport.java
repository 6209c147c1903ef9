package org.stampwright.cli.up;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.node.PlannedInstance;
import org.stampwright.cli.world.JsonHttp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What a new home imports through its operator's own interface: rates, three sheets drawn at random, a client for the
 * public interface, and the admission of each new server system. Nothing is imported twice: an operator who drained a
 * server system finds it drained after the next start.
 */
final class FirstImport {

    private static final int SHEETS = 3;
    private static final String STOCK = "US-LETTER-25";

    private final Home home;
    private final JsonHttp operator;
    private final Demo before;

    FirstImport(Home home, JsonHttp operator) {
        this.home = home;
        this.operator = operator;
        this.before = Demo.of(home);
    }

    /** The names of the server systems admitted now. */
    List<String> run(Plan plan) throws InterruptedException {
        List<String> fresh = plan.instances().stream().map(PlannedInstance::name)
                .filter(name -> !before.admitted().contains(name)).toList();
        boolean first = before.sheets().isEmpty();
        if (!first && fresh.isEmpty()) {
            return fresh;
        }
        JsonObjectBuilder document = Json.createObjectBuilder();
        document.add("serverSystems", admissions(fresh));
        if (first) {
            document.add("rates", rates()).add("sheets", draw()).add("accounts", client());
        }
        keep(operator.post("/operator/api/import", document.build()).asJsonObject(), fresh, first);
        return fresh;
    }

    private void keep(JsonObject answer, List<String> fresh, boolean first) {
        List<String> sheets = before.sheets();
        if (first) {
            home.secrets().keepApiKey(answer.getJsonArray("accounts").getJsonObject(0).getString("key"));
            sheets = answer.getJsonArray("sheets").getValuesAs(JsonObject.class).stream()
                    .flatMap(group -> group.getJsonArray("serials").getValuesAs(JsonString.class).stream())
                    .map(JsonString::getString).toList();
        }
        before.with(sheets, fresh).keep(home);
    }

    private static JsonArray admissions(List<String> names) {
        var array = Json.createArrayBuilder();
        names.forEach(name -> array.add(Json.createObjectBuilder().add("name", name).add("state", "admitted")));
        return array.build();
    }

    private static JsonArray draw() {
        return Json.createArrayBuilder().add(Json.createObjectBuilder().add("series", "DEM").add("count", SHEETS)
                .add("stock", STOCK)).build();
    }

    private static JsonArray client() {
        return Json.createArrayBuilder().add(Json.createObjectBuilder().add("kind", "client").add("name", "demo")).build();
    }

    private static JsonValue rates() {
        try (InputStream file = FirstImport.class.getResourceAsStream("/demo/rates.json");
             JsonReader reader = Json.createReader(file)) {
            return reader.readObject();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
