package org.stampwright.authority;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.UUID;
import org.stampwright.protocol.StrictJson;

/** A request's JSON object. Each reader names a member and its type, and refuses a missing or mistyped one by name. */
public record Body(JsonObject json) {

    public static Body of(byte[] bytes) {
        try {
            return new Body(StrictJson.object(bytes));
        } catch (JsonException notAnObject) {
            throw Problem.malformed("The body is not one JSON object: " + notAnObject.getMessage() + ".");
        }
    }

    public String text(String name) {
        return text(member(name), name);
    }

    /** Returns a string of at most {@code longest} characters. */
    public String text(String name, int longest) {
        String text = text(name);
        if (text.length() > longest) {
            throw Problem.malformed(name + " must have at most " + longest + " characters.");
        }
        return text;
    }

    /** Returns a whole number in any spelling; 1.5 is refused, not rounded. */
    public long number(String name) {
        return StrictJson.whole(member(name))
                .orElseThrow(() -> Problem.malformed(name + " must be a whole number, and not too large."));
    }

    /** Returns a whole number within the bounds. */
    public long number(String name, long least, long most) {
        long number = number(name);
        if (number < least || number > most) {
            throw Problem.malformed(name + " must be " + least + " to " + most + ", not " + number + ".");
        }
        return number;
    }

    public JsonArray list(String name) {
        if (member(name) instanceof JsonArray list) {
            return list;
        }
        throw Problem.malformed(name + " must be a list.");
    }

    public byte[] bytes(String name) {
        return bytes(member(name), name);
    }

    public static byte[] bytes(JsonValue value, String name) {
        try {
            return Base64.getDecoder().decode(text(value, name));
        } catch (IllegalArgumentException notBase64) {
            throw Problem.malformed(name + " is not base 64.");
        }
    }

    /** Parses a UUID in its canonical spelling only, so that an id has exactly one spelling. */
    public static UUID uuid(String text, String name) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException notAnId) {
            throw Problem.malformed(name + " is not a UUID.");
        }
        throw Problem.malformed(name + " must be a UUID of 36 characters in lower case.");
    }

    private static String text(JsonValue value, String name) {
        if (value instanceof JsonString text && !text.getString().isBlank()) {
            return text.getString();
        }
        throw Problem.malformed(name + " must be a string.");
    }

    private JsonValue member(String name) {
        JsonValue value = json.get(name);
        if (value == null) {
            throw Problem.malformed(name + " is missing.");
        }
        return value;
    }
}
