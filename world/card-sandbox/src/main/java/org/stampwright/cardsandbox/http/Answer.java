package org.stampwright.cardsandbox.http;

import jakarta.json.JsonObject;

/** A response of the API: an HTTP status and a body. */
public record Answer(int status, JsonObject body) {
    public static Answer ok(JsonObject body) {
        return new Answer(200, body);
    }

    /** Returns Stripe's response to an internal error, which does not say whether the request took effect. */
    public static Answer serverError() {
        return new Answer(
                500,
                Fields.none()
                        .set(
                                "error",
                                Fields.none()
                                        .set("type", "api_error")
                                        .set(
                                                "message",
                                                "An unknown error occurred. Retrieve the object to see its "
                                                        + "current state."))
                        .build());
    }
}
