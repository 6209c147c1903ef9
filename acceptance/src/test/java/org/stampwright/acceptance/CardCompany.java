package org.stampwright.acceptance;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The card company, observed outside the vendor: its journal, and faults on demand. */
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

    /** Returns the number of lines in its journal. */
    long length() {
        return read(0, 0).getJsonNumber("length").longValue();
    }

    /** Returns the number of acts that changed anything. */
    long changes() {
        return read(0, 0).getJsonNumber("changes").longValue();
    }

    /** Returns the payment intents in the journal after this line, one for each change. */
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

    /** Answers requests of this method and path ({@code *} stands for anything) with 500, until {@link #works}. */
    void failsAt(String method, String path) {
        checked(controls.post("/test/faults", "kind=error_before&times=1000&method=" + method + "&path=" + path));
    }

    /** Ends all faults. */
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
