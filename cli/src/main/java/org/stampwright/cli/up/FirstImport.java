package org.stampwright.cli.up;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
import org.stampwright.cli.world.UnexpectedResponse;
import org.stampwright.protocol.StrictJson;

/**
 * The first import of a new home, through the operator's own interface: the admission of each new server system, an API
 * client, rates, and three sheets with random serial numbers. Each is imported only once, so a server system that an
 * operator drained is still drained after the next start.
 *
 * <p>Any response may be lost, with its caller or in transit. So each response is stored before the next request, and
 * the effect of a lost one does no harm: existing rates stay, a client whose key was lost is followed by another, and
 * sheets of a lost response are unused stock.
 */
final class FirstImport {

    /** The first requests to an instance that has just started are slow while others start. */
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

    /** Returns the names of the server systems admitted now. */
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
            var systems = StrictJson.PROVIDER.createArrayBuilder();
            names.forEach(name -> systems.add(
                    StrictJson.PROVIDER.createObjectBuilder().add("name", name).add("state", "admitted")));
            operator.post(
                    IMPORT,
                    StrictJson.PROVIDER
                            .createObjectBuilder()
                            .add("serverSystems", systems)
                            .build());
            Demo.of(home).withAdmitted(names).keep(home);
        }
    }

    /**
     * Creates a client. A key is shown once: if it was lost, a client with that name already exists, and another one is
     * created.
     */
    private void makeClient() throws InterruptedException {
        for (int number = 1; ; number++) {
            try {
                JsonObject answer = operator.post(IMPORT, client(number == 1 ? "demo" : "demo-" + number))
                        .asJsonObject();
                home.secrets()
                        .keepApiKey(
                                answer.getJsonArray("accounts").getJsonObject(0).getString("key"));
                return;
            } catch (UnexpectedResponse refused) {
                if (refused.status() / 100 != 4 || number == MOST_CLIENTS) {
                    throw refused;
                }
            }
        }
    }

    private void fillShelves() throws InterruptedException {
        JsonObjectBuilder document = StrictJson.PROVIDER.createObjectBuilder().add("sheets", draw());
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
        } catch (UnexpectedResponse answer) {
            if (answer.status() == 404) {
                return false;
            }
            throw answer;
        }
    }

    private static JsonArray draw() {
        return StrictJson.PROVIDER
                .createArrayBuilder()
                .add(StrictJson.PROVIDER
                        .createObjectBuilder()
                        .add("series", "DEM")
                        .add("count", SHEETS)
                        .add("stock", STOCK))
                .build();
    }

    private static JsonObject client(String name) {
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add(
                        "accounts",
                        StrictJson.PROVIDER
                                .createArrayBuilder()
                                .add(StrictJson.PROVIDER
                                        .createObjectBuilder()
                                        .add("kind", "client")
                                        .add("name", name)))
                .build();
    }

    private static JsonValue rates() {
        try (InputStream file = FirstImport.class.getResourceAsStream("/demo/rates.json")) {
            return StrictJson.object(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
