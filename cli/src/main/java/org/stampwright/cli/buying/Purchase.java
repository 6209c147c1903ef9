package org.stampwright.cli.buying;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.world.JsonHttp;
import org.stampwright.cli.world.UnexpectedResponse;
import org.stampwright.indicium.Money;
import org.stampwright.protocol.StrictJson;

/** Places one order with an API key and waits until it is settled. */
public record Purchase(JsonHttp vendor) {

    private static final Set<String> RELEASED = Set.of("released", "printed");
    private static final Set<String> ENDED = Set.of("declined", "cancelled", "expired");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long BETWEEN_LOOKS = 500;
    private static final int MOST_ATTEMPTS = 5;

    /**
     * The stamps to buy, all of one value.
     *
     * @param start the first label's position, or 0 for the first free one
     */
    public record Wish(int stamps, Money value, String sheet, int start, String card) {}

    /**
     * Places the order and returns it, in whatever state. A request without a response is repeated under its
     * idempotency key, so that it never becomes two orders.
     */
    public JsonObject place(Wish wish) throws InterruptedException {
        JsonObject body = body(wish);
        String key = UUID.randomUUID().toString();
        for (int attempt = 1; ; attempt++) {
            try {
                return vendor.post("/api/v1/orders", body, "Idempotency-Key", key)
                        .asJsonObject();
            } catch (UnexpectedResponse refused) {
                if (refused.status() != 0) {
                    throw new Refusal(refused.problem(), refused);
                }
                if (attempt == MOST_ATTEMPTS) {
                    throw new Refusal(
                            "the vendor does not answer, and it is not known whether the order was placed; its"
                                    + " Idempotency-Key is " + key,
                            refused);
                }
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Waits until the order is released for printing, and returns it. The caller names the order in a refusal. */
    public JsonObject released(JsonObject placed) throws InterruptedException {
        JsonObject order = placed;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!RELEASED.contains(order.getString("state"))) {
            refuseEnded(order);
            if (System.nanoTime() > deadline) {
                throw new Refusal("it is still " + order.getString("state"));
            }
            Thread.sleep(BETWEEN_LOOKS);
            order = order(order.getString("id"));
        }
        return order;
    }

    /** Returns an order by its id. */
    public JsonObject order(String id) throws InterruptedException {
        return answered(() -> vendor.get("/api/v1/orders/" + id)).asJsonObject();
    }

    /** Requests a print ticket for a released order; the ticket is a secret. */
    public String ticket(JsonObject order) throws InterruptedException {
        return answered(() -> vendor.post(
                        "/api/v1/orders/" + order.getString("id") + "/tickets", JsonValue.EMPTY_JSON_OBJECT))
                .asJsonObject()
                .getString("ticket");
    }

    private JsonObject body(Wish wish) throws InterruptedException {
        JsonObjectBuilder body = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("sheet", wish.sheet())
                .add(
                        "lines",
                        StrictJson.PROVIDER
                                .createArrayBuilder()
                                .add(StrictJson.PROVIDER
                                        .createObjectBuilder()
                                        .add("product", freeValue())
                                        .add("quantity", wish.stamps())
                                        .add("value", wish.value().mills())))
                .add("paymentMethod", wish.card());
        if (wish.start() > 0) {
            body.add("startPosition", wish.start());
        }
        return body.build();
    }

    private String freeValue() throws InterruptedException {
        return answered(() -> vendor.get("/api/v1/products"))
                .asJsonObject()
                .getJsonArray("products")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(one -> one.getString("kind").equals("free-value"))
                .map(one -> one.getString("product"))
                .findFirst()
                .orElseThrow(() -> new Refusal("the vendor's rates have no product of free value"));
    }

    private static void refuseEnded(JsonObject order) {
        String state = order.getString("state");
        if (state.equals("requires-action")) {
            throw new Refusal("the card's holder has to confirm the payment at "
                    + (order.containsKey("nextStep")
                            ? order.getJsonObject("nextStep").getString("url")
                            : "the card company's page"));
        }
        if (ENDED.contains(state)) {
            throw new Refusal("it was " + state
                    + (order.containsKey("reason") && !order.isNull("reason") ? ": " + order.getString("reason") : ""));
        }
    }

    @FunctionalInterface
    private interface Question {
        JsonValue ask() throws InterruptedException;
    }

    private static JsonValue answered(Question question) throws InterruptedException {
        try {
            return question.ask();
        } catch (UnexpectedResponse refused) {
            throw new Refusal(refused.problem(), refused);
        }
    }
}
