package org.stampwright.acceptance;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** The vendor's public REST API, as an enterprise's program would call it. */
record Api(URI base, String authorization) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    /** One response; {@code json} is null if the body is not JSON. */
    record Answer(int status, String type, String body, HttpResponse<String> http) {

        JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        /** Returns the last part of the problem's type, such as {@code sheet-unknown}. */
        String problem() {
            if (!type.startsWith("application/problem+json")) {
                throw new AssertionError("expected a problem document, got " + status + " " + type + ": " + body);
            }
            String uri = json().getString("type");
            return uri.substring(uri.lastIndexOf(':') + 1);
        }

        String field() {
            return json().getString("field", "");
        }

        /** Returns the address of the redirect, or an empty text. */
        String location() {
            return http.headers().firstValue("Location").orElse("");
        }
    }

    static Api withKey(String base, String key) {
        return new Api(URI.create(base), "Bearer " + key);
    }

    Api at(String otherBase) {
        return new Api(URI.create(otherBase), authorization);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** Returns whether a server answers there with 200; false if no server listens. */
    boolean answers(String path) {
        try {
            return get(path).status() == 200;
        } catch (UncheckedIOException refused) {
            return false;
        }
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Sends a form as a page would. */
    Answer form(String path, String fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    Answer order(Purchase purchase) {
        return order(purchase, UUID.randomUUID().toString());
    }

    Answer order(Purchase purchase, String idempotencyKey) {
        return post("/api/v1/orders", purchase.json(), "Idempotency-Key", idempotencyKey);
    }

    /** Waits until the order is at rest and returns its last view. */
    JsonObject settled(String id) {
        return Waiting.until("order " + id + " is at rest", Duration.ofSeconds(60), () -> {
            JsonObject order = get("/api/v1/orders/" + id).json();
            return switch (order.getString("state")) {
                case "released", "printed", "declined", "cancelled", "expired" -> order;
                default -> null;
            };
        });
    }

    /** Buys and expects success. */
    JsonObject buys(Purchase purchase) {
        Answer answer = order(purchase);
        if (answer.status() != 201 && answer.status() != 202) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        JsonObject order = settled(answer.json().getString("id"));
        if (!order.getString("state").equals("released")) {
            throw new AssertionError(order.toString());
        }
        return order;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body(),
                    answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** A purchase: one product per line; a value only for the free value. */
    record Purchase(String sheet, Integer start, String product, int quantity, Long value, String card) {

        static Purchase of(String sheet, int quantity) {
            return new Purchase(sheet, null, "letter", quantity, null, "pm_card_visa");
        }

        Purchase from(int position) {
            return new Purchase(sheet, position, product, quantity, value, card);
        }

        Purchase product(String other, Long itsValue) {
            return new Purchase(sheet, start, other, quantity, itsValue, card);
        }

        Purchase card(String other) {
            return new Purchase(sheet, start, product, quantity, value, other);
        }

        String json() {
            var line = Json.createObjectBuilder().add("product", product).add("quantity", quantity);
            if (value != null) {
                line.add("value", value);
            }
            JsonArrayBuilder lines = Json.createArrayBuilder().add(line);
            var order = Json.createObjectBuilder()
                    .add("sheet", sheet)
                    .add("lines", lines)
                    .add("paymentMethod", card);
            if (start != null) {
                order.add("startPosition", start);
            }
            return order.build().toString();
        }
    }
}
