package org.stampwright.cardsandbox.http;

import jakarta.json.JsonObject;

/**
 * A refused request, in the form of Stripe's error object. A refusal of the parameters themselves is not stored under
 * the idempotency key, because no work had begun. A declined card is recorded on the intent.
 */
public final class Refusal extends RuntimeException {
    private final int status;
    private final JsonObject error;
    private final boolean begun;
    private final boolean leavesTrace;

    private Refusal(int status, JsonObject error, boolean begun, boolean leavesTrace) {
        super(error.getString("message"));
        this.status = status;
        this.error = error;
        this.begun = begun;
        this.leavesTrace = leavesTrace;
    }

    private static Fields error(String type, String message, String code, String param) {
        Fields error = Fields.none().set("type", type).set("message", message);
        if (code != null) {
            error.set("code", code).set("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        }
        if (param != null) {
            error.set("param", param);
        }
        return error;
    }

    /** Refuses missing, unknown or unreadable parameters before any work begins. */
    public static Refusal parameter(String message, String code, String param) {
        return new Refusal(
                400, error("invalid_request_error", message, code, param).build(), false, false);
    }

    /** Refuses a readable request that the company does not accept. */
    public static Refusal invalid(String message, String code, String param) {
        return new Refusal(
                400, error("invalid_request_error", message, code, param).build(), true, false);
    }

    public static Refusal noSuch(String kind, String id, String param) {
        String message = "No such " + kind + ": '" + id + "'";
        return new Refusal(
                404,
                error("invalid_request_error", message, "resource_missing", param)
                        .build(),
                true,
                false);
    }

    public static Refusal noSuchAddress(String method, String path) {
        String message = "Unrecognized request URL (" + method + ": " + path + ").";
        return new Refusal(
                404, error("invalid_request_error", message, null, null).build(), false, false);
    }

    static Refusal unauthorised(String message) {
        return new Refusal(
                401, error("invalid_request_error", message, null, null).build(), false, false);
    }

    public static Refusal idempotency(int status, String message, String code) {
        return new Refusal(
                status, error("idempotency_error", message, code, null).build(), false, false);
    }

    /** Refuses a request that the intent's state does not allow. */
    public static Refusal unexpectedState(String message, JsonObject intent) {
        return new Refusal(
                400,
                error("invalid_request_error", message, "payment_intent_unexpected_state", null)
                        .set("payment_intent", intent)
                        .build(),
                true,
                false);
    }

    /** Reports a declined card; {@code error} is also the intent's last payment error. */
    public static Refusal card(JsonObject error, JsonObject intent) {
        return new Refusal(402, Fields.of(error).set("payment_intent", intent).build(), true, true);
    }

    /** Reports an invalid card; nothing was charged. */
    public static Refusal card(JsonObject error) {
        return new Refusal(402, error, true, false);
    }

    public Answer answer() {
        return new Answer(status, Fields.none().set("error", error).build());
    }

    public boolean begun() {
        return begun;
    }

    public boolean leavesTrace() {
        return leavesTrace;
    }

    JsonObject error() {
        return error;
    }
}
