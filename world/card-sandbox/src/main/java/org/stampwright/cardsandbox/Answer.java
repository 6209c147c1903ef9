package org.stampwright.cardsandbox;

import jakarta.json.JsonObject;

/** What the company answers: an HTTP status and a body. */
record Answer(int status, JsonObject body) {
    static Answer ok(JsonObject body) {
        return new Answer(200, body);
    }

    /** Stripe's answer when something broke on its side; what became of the act is not told. */
    static Answer serverError() {
        return new Answer(
                500,
                Fields.none()
                        .set(
                                "error",
                                Fields.none()
                                        .set("type", "api_error")
                                        .set(
                                                "message",
                                                "An unknown error occurred. Ask for the object to see what became of it."))
                        .build());
    }
}
