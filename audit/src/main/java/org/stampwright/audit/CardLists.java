package org.stampwright.audit;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What the card company itself lists: every payment intent, page by page, as its public HTTP interface gives them
 * (<a href="https://docs.stripe.com/api/payment_intents/list">List all PaymentIntents</a>).
 *
 * @param intents by the intent's id
 */
public record CardLists(Map<String, Intent> intents) {

    private static final int PAGE = 100;
    private static final int MILLS_IN_A_MINOR_UNIT = 10;

    public CardLists {
        intents = Map.copyOf(intents);
    }

    /**
     * One payment intent.
     *
     * @param status        the company's word, such as {@code requires_capture} or {@code succeeded}
     * @param receivedMills what was captured, in mills
     * @param order         the order its metadata name, or an empty text
     */
    public record Intent(String id, String status, long receivedMills, String order) {
    }

    /**
     * Reads all pages.
     *
     * @param base the company's API, for instance {@code https://api.stripe.com}
     * @param key  a secret or restricted key that may list payment intents
     * @throws IOException          if the company does not answer, or not with 200
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public static CardLists read(URI base, String key) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        Map<String, Intent> intents = new HashMap<>();
        String after = "";
        boolean more = true;
        while (more) {
            JsonObject page = get(http, base.resolve("/v1/payment_intents?limit=" + PAGE + after), key);
            JsonArray data = page.getJsonArray("data");
            for (JsonObject intent : data.getValuesAs(JsonObject.class)) {
                intents.put(intent.getString("id"), intent(intent));
            }
            more = page.getBoolean("has_more", false) && !data.isEmpty();
            after = more ? "&starting_after=" + data.getJsonObject(data.size() - 1).getString("id") : "";
        }
        return new CardLists(intents);
    }

    private static Intent intent(JsonObject json) {
        JsonObject metadata = json.getJsonObject("metadata");
        return new Intent(json.getString("id"), json.getString("status"),
                Math.multiplyExact(json.getJsonNumber("amount_received").longValueExact(), MILLS_IN_A_MINOR_UNIT),
                metadata == null ? "" : metadata.getString("order", ""));
    }

    private static JsonObject get(HttpClient http, URI uri, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + key).build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("the card company answered " + answer.statusCode() + " to " + uri.getPath());
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(answer.body()))) {
            return reader.readObject();
        }
    }
}
