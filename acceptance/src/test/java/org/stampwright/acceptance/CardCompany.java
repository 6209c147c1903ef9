package org.stampwright.acceptance;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The card company behind the vendor's back: what its journal says it did, and faults on demand. */
record CardCompany(Api controls) {

    static CardCompany of(VendorSystem system) {
        try {
            String key = Files.readString(system.home().resolve("secrets/stripe.key"))
                    .strip();
            return new CardCompany(Api.withKey(system.instance(21), key));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How many lines its journal has. */
    long length() {
        return read(0, 0).getJsonNumber("length").longValue();
    }

    /** How many of them changed anything. */
    long changes() {
        return read(0, 0).getJsonNumber("changes").longValue();
    }

    /** The payment intents, each as often as it changed, in the lines after so many. */
    List<JsonObject> intentsAfter(long lines) {
        return read(lines, 1000).getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                .map(line -> line.getOrDefault("objects", JsonValue.EMPTY_JSON_ARRAY))
                .map(JsonValue::asJsonArray)
                .map(JsonArray::stream)
                .flatMap(objects -> objects)
                .map(JsonValue::asJsonObject)
                .filter(object -> object.getString("object", "").equals("payment_intent"))
                .toList();
    }

    /** Until {@link #works}, requests of this method and path ({@code *} stands for anything) are answered 500. */
    void failsAt(String method, String path) {
        checked(controls.post("/test/faults", "kind=error_before&times=1000&method=" + method + "&path=" + path));
    }

    /** No request goes wrong any more. */
    void works() {
        checked(controls.delete("/test/faults"));
    }

    private JsonObject read(long after, int limit) {
        return checked(controls.get("/test/journal?after=" + after + "&limit=" + limit));
    }

    private static JsonObject checked(Api.Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json();
    }
}
