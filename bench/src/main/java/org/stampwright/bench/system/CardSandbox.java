package org.stampwright.bench.system;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stampwright.protocol.BoundedHttp;
import org.stampwright.protocol.StrictJson;

/** The card company's API with the vendor's key: the calls of a purchase, and the sandbox's faults. */
public final class CardSandbox {

    private static final int MANY = 1_000_000;

    private final BoundedHttp http = new BoundedHttp(Duration.ofSeconds(5), Duration.ofSeconds(30), 16 << 20);
    private final URI base;
    private final String key;

    /** Uses the card sandbox at this address with this secret key. */
    public CardSandbox(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    /** Uses the card sandbox of a system with the vendor's key. */
    public static CardSandbox of(VendorSystem system) throws IOException {
        return new CardSandbox(system.cards(), system.file("secrets/stripe.key"));
    }

    /** Creates an intent for this order without confirming it, and returns its id. */
    public String creates(String order, long cents, String idempotencyKey) throws IOException, InterruptedException {
        Map<String, String> form = new TreeMap<>(Map.of(
                "amount", Long.toString(cents),
                "currency", "usd",
                "capture_method", "manual",
                "payment_method", "pm_card_visa",
                "payment_method_types[0]", "card",
                "metadata[order]", order));
        return post("/v1/payment_intents", form, idempotencyKey).getString("id");
    }

    /** Holds the amount of an intent. */
    public void confirms(String intent) throws IOException, InterruptedException {
        expect("requires_capture", post("/v1/payment_intents/" + intent + "/confirm", Map.of(), null));
    }

    /** Captures the amount of an intent. */
    public void captures(String intent) throws IOException, InterruptedException {
        expect("succeeded", post("/v1/payment_intents/" + intent + "/capture", Map.of(), null));
    }

    /** Leaves every capture without an answer and without an effect, until {@link #captureWorks}. */
    public void captureFails() throws IOException, InterruptedException {
        post(
                "/test/faults",
                Map.of(
                        "method", "POST",
                        "path", "/v1/payment_intents/*/capture",
                        "kind", "drop_before",
                        "times", Integer.toString(MANY)),
                null);
    }

    /** Ends all faults. */
    public void captureWorks() throws IOException, InterruptedException {
        send(request("/test/faults").DELETE());
    }

    private JsonObject post(String path, Map<String, String> form, String idempotencyKey)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + key);
    }

    private JsonObject send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build());
        if (answer.statusCode() != 200) {
            throw new IOException("the card sandbox refused: " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return StrictJson.object(answer.body());
    }

    private static void expect(String status, JsonObject intent) throws IOException {
        if (!intent.getString("status").equals(status)) {
            throw new IOException("the intent is " + intent.getString("status") + " instead of " + status);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
