package org.stampwright.cli.up;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.node.PlannedInstance;
import org.stampwright.cli.world.JsonHttp;
import org.stampwright.cli.world.Unwelcome;

/**
 * What a new home imports through its operator's own interface: the admission of each new server system, a client for
 * the public interface, rates, and three sheets drawn at random. Nothing is imported twice: an operator who drained a
 * server system finds it drained after the next start.
 *
 * <p>Any answer may be lost, with whoever waited for it or on the way. So each answer is kept before the next question,
 * and what an unkept one left behind is found out and never in the way: rates that are there stay, a client whose key
 * was lost is followed by another, sheets that nobody knows of are stock that is not on show.
 */
final class FirstImport {

    /** The first requests of an instance that has just started, beside others that start, take their time. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final int SHEETS = 3;
    private static final int MOST_CLIENTS = 20;
    private static final String STOCK = "US-LETTER-25";
    private static final String IMPORT = "/operator/api/import";

    private final Home home;
    private final JsonHttp operator;
    private final Function<String, JsonHttp> client;

    FirstImport(Home home, URI storefront, JsonHttp operator) {
        this.home = home;
        this.operator = operator.within(PATIENCE);
        this.client = key -> JsonHttp.bearer(storefront, key).within(PATIENCE);
    }

    /** The names of the server systems admitted now. */
    List<String> run(Plan plan) throws InterruptedException {
        Demo before = Demo.of(home);
        List<String> fresh = plan.instances().stream()
                .map(PlannedInstance::name)
                .filter(name -> !before.admitted().contains(name))
                .toList();
        admit(fresh);
        if (home.secrets().apiKey() == null) {
            makeClient();
        }
        if (before.sheets().isEmpty()) {
            fillShelves();
        }
        return fresh;
    }

    private void admit(List<String> names) throws InterruptedException {
        if (!names.isEmpty()) {
            var systems = Json.createArrayBuilder();
            names.forEach(name ->
                    systems.add(Json.createObjectBuilder().add("name", name).add("state", "admitted")));
            operator.post(
                    IMPORT,
                    Json.createObjectBuilder().add("serverSystems", systems).build());
            Demo.of(home).withAdmitted(names).keep(home);
        }
    }

    /** A key is shown once: where it was lost, the client of that name is there already, and the next one is made. */
    private void makeClient() throws InterruptedException {
        for (int number = 1; ; number++) {
            try {
                JsonObject answer = operator.post(IMPORT, client(number == 1 ? "demo" : "demo-" + number))
                        .asJsonObject();
                home.secrets()
                        .keepApiKey(
                                answer.getJsonArray("accounts").getJsonObject(0).getString("key"));
                return;
            } catch (Unwelcome refused) {
                if (refused.status() / 100 != 4 || number == MOST_CLIENTS) {
                    throw refused;
                }
            }
        }
    }

    private void fillShelves() throws InterruptedException {
        JsonObjectBuilder document = Json.createObjectBuilder().add("sheets", draw());
        if (!ratesAreThere()) {
            document.add("rates", rates());
        }
        JsonArray drawn = operator.post(IMPORT, document.build()).asJsonObject().getJsonArray("sheets");
        Demo.of(home)
                .withSheets(drawn.getValuesAs(JsonObject.class).stream()
                        .flatMap(group -> group.getJsonArray("serials").getValuesAs(JsonString.class).stream())
                        .map(JsonString::getString)
                        .toList())
                .keep(home);
    }

    private boolean ratesAreThere() throws InterruptedException {
        try {
            client.apply(home.secrets().apiKey()).get("/api/v1/products");
            return true;
        } catch (Unwelcome answer) {
            if (answer.status() == 404) {
                return false;
            }
            throw answer;
        }
    }

    private static JsonArray draw() {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("series", "DEM")
                        .add("count", SHEETS)
                        .add("stock", STOCK))
                .build();
    }

    private static JsonObject client(String name) {
        return Json.createObjectBuilder()
                .add(
                        "accounts",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("kind", "client")
                                        .add("name", name)))
                .build();
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
