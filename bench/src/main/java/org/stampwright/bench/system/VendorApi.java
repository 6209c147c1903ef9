package org.stampwright.bench.system;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.stampwright.protocol.BoundedHttp;
import org.stampwright.protocol.StrictJson;

/** The vendor's public API and its operator's import, as their callers use them. */
public final class VendorApi {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofSeconds(120);
    private static final int MOST_BYTES = 16 << 20;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    private final BoundedHttp http = new BoundedHttp(CONNECT, DEADLINE, MOST_BYTES);
    private final List<URI> storefronts;
    private final String clientKey;
    private final String operatorLogin;

    public VendorApi(VendorSystem system) {
        this.storefronts = system.storefronts();
        this.clientKey = "Bearer " + system.apiKey();
        this.operatorLogin = "Basic "
                + Base64.getEncoder().encodeToString(system.operatorLogin().getBytes(StandardCharsets.UTF_8));
    }

    /** What became of an order by the time of the answer. */
    public enum Outcome {
        RELEASED,
        UNSETTLED,
        REFUSED
    }

    /**
     * Places an order for letters on the next free labels of a sheet.
     *
     * @param client the number of the caller, which decides the instance
     */
    public Outcome buysLetters(int client, String sheet, int quantity) throws IOException, InterruptedException {
        return buys(client, sheet, "{\"product\":\"letter\",\"quantity\":" + quantity + "}");
    }

    /** Places an order for stamps of one value. */
    public Outcome buysOfValue(int client, String sheet, int quantity, int mills)
            throws IOException, InterruptedException {
        return buys(
                client, sheet, "{\"product\":\"free-value\",\"quantity\":" + quantity + ",\"value\":" + mills + "}");
    }

    private Outcome buys(int client, String sheet, String line) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = post(
                client,
                "/api/v1/orders",
                clientKey,
                "{\"sheet\":\"" + sheet + "\",\"lines\":[" + line + "],\"paymentMethod\":\"pm_card_visa\"}");
        if (answer.statusCode() == CREATED) {
            return StrictJson.object(answer.body()).getString("state").equals("released")
                    ? Outcome.RELEASED
                    : Outcome.UNSETTLED;
        }
        return answer.statusCode() == ACCEPTED ? Outcome.UNSETTLED : Outcome.REFUSED;
    }

    /** Imports new sheets of this stock and returns their serial numbers. */
    public List<String> drawsSheets(String series, String stock, int count) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = post(
                0,
                "/operator/api/import",
                operatorLogin,
                "{\"sheets\":[{\"series\":\"" + series + "\",\"count\":" + count + ",\"stock\":\"" + stock + "\"}]}");
        if (answer.statusCode() != 200) {
            throw new IOException("the import was refused: " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        JsonObject imported = StrictJson.object(answer.body());
        return imported
                .getJsonArray("sheets")
                .getJsonObject(0)
                .getJsonArray("serials")
                .getValuesAs(JsonString.class)
                .stream()
                .map(JsonString::getString)
                .toList();
    }

    private HttpResponse<byte[]> post(int client, String path, String authorization, String body)
            throws IOException, InterruptedException {
        URI storefront = storefronts.get(client % storefronts.size());
        return http.send(HttpRequest.newBuilder(storefront.resolve(path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
