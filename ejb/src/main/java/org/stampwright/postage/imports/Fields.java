package org.stampwright.postage.imports;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.stampwright.protocol.StrictJson;

/** The fields of one object of the document; an invalid field is refused by its path. */
final class Fields {

    private final JsonObject object;
    private final String path;

    Fields(JsonObject object, String path) {
        this.object = object;
        this.path = path;
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean has(String name) {
        return object.containsKey(name) && object.get(name) != JsonValue.NULL;
    }

    /** Refuses any name that is not one of these: a mistyped one would otherwise be ignored. */
    Fields only(String... known) {
        for (String name : object.keySet()) {
            if (!List.of(known).contains(name)) {
                throw new Misfit(path(name), "There is no such field here.");
            }
        }
        return this;
    }

    String text(String name) {
        if (!(object.get(name) instanceof JsonString string)) {
            throw new Misfit(path(name), "A text is needed here.");
        }
        if (string.getString().chars().anyMatch(Character::isISOControl)) {
            throw new Misfit(path(name), "A text has no control characters.");
        }
        return string.getString();
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    long number(String name, long least, long most) {
        return StrictJson.whole(object.get(name)).stream()
                .filter(number -> number >= least && number <= most)
                .findFirst()
                .orElseThrow(() ->
                        new Misfit(path(name), "A whole number from " + least + " to " + most + " is needed here."));
    }

    Fields object(String name) {
        if (!(object.get(name) instanceof JsonObject inner)) {
            throw new Misfit(path(name), "An object is needed here.");
        }
        return new Fields(inner, path(name));
    }

    /** Returns the objects of a list, each read by the function; a missing list is empty. */
    <T> List<T> list(String name, Function<Fields, T> reading) {
        if (!has(name)) {
            return List.of();
        }
        if (object.get(name).getValueType() != JsonValue.ValueType.ARRAY) {
            throw new Misfit(path(name), "A list is needed here.");
        }
        List<T> read = new ArrayList<>();
        for (JsonValue element : object.getJsonArray(name)) {
            String place = path(name) + "[" + read.size() + "]";
            if (!(element instanceof JsonObject inner)) {
                throw new Misfit(place, "An object is needed here.");
            }
            read.add(reading.apply(new Fields(inner, place)));
        }
        return read;
    }

    /** Returns the value of a check that has its own message. */
    <T> T checked(String name, Function<String, T> reading) {
        String text = text(name);
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new Misfit(path(name), e.getMessage());
        }
    }
}
