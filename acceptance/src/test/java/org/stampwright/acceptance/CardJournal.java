package org.stampwright.acceptance;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The card company's own journal, by its test controls: what it did, whatever the vendor believes. */
record CardJournal(Api company) {

    static CardJournal of(VendorSystem system) {
        try {
            String key = Files.readString(system.home().resolve("secrets/stripe.key")).strip();
            return new CardJournal(Api.withKey(system.instance(21), key));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How many lines it has. */
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
                .map(line -> line.getOrDefault("objects", JsonValue.EMPTY_JSON_ARRAY)).map(JsonValue::asJsonArray)
                .map(JsonArray::stream).flatMap(objects -> objects).map(JsonValue::asJsonObject)
                .filter(object -> object.getString("object", "").equals("payment_intent")).toList();
    }

    private JsonObject read(long after, int limit) {
        Api.Answer answer = company.get("/test/journal?after=" + after + "&limit=" + limit);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json();
    }
}
