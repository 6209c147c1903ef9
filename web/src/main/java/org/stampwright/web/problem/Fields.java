package org.stampwright.web.problem;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.protocol.StrictJson;

/**
 * Reads the members of one JSON object and checks their types. It knows the object's place in the document, so an error
 * names its field. A member that is {@code null} counts as missing.
 */
public final class Fields {

    private final JsonObject object;
    private final String path;

    public Fields(JsonObject object) {
        this(object, "");
    }

    private Fields(JsonObject object, String path) {
        this.object = object;
        this.path = path;
    }

    /** Rejects unknown members, because most are typing errors. */
    public Fields only(String... known) throws Malformed {
        var names = Set.of(known);
        for (String name : object.keySet()) {
            if (!names.contains(name)) {
                throw wrong(name, "is unknown");
            }
        }
        return this;
    }

    public boolean has(String name) {
        return object.containsKey(name) && !object.get(name).equals(JsonValue.NULL);
    }

    public String text(String name) throws Malformed {
        return (String) needed(name, textOrNull(name));
    }

    public String textOrNull(String name) throws Malformed {
        if (!has(name)) {
            return null;
        }
        if (!(object.get(name) instanceof JsonString text)) {
            throw wrong(name, "must be a string");
        }
        if (text.getString().indexOf('\0') >= 0) {
            throw wrong(name, "contains a character that is not allowed");
        }
        return text.getString();
    }

    public long whole(String name) throws Malformed {
        return (Long) needed(name, wholeOrNull(name));
    }

    public Long wholeOrNull(String name) throws Malformed {
        if (!has(name)) {
            return null;
        }
        return StrictJson.whole(object.get(name))
                .orElseThrow(() -> wrong(name, "must be a whole number, and not too large"));
    }

    /**
     * Returns a whole number that fits an int. A larger one becomes the nearest int, which every range check rejects.
     */
    public Integer countOrNull(String name) throws Malformed {
        var whole = wholeOrNull(name);
        return whole == null
                ? null
                : Integer.valueOf((int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, whole)));
    }

    public int count(String name) throws Malformed {
        return (Integer) needed(name, countOrNull(name));
    }

    /** Returns the objects of a list; empty if the list is missing. */
    public List<Fields> list(String name) throws Malformed {
        if (!has(name)) {
            return List.of();
        }
        if (!(object.get(name) instanceof JsonArray array)) {
            throw wrong(name, "must be a list");
        }
        var items = new ArrayList<Fields>();
        for (JsonValue item : array) {
            var place = path + name + "[" + items.size() + "]";
            if (!(item instanceof JsonObject inner)) {
                throw malformed(place, "must be an object");
            }
            items.add(new Fields(inner, place + "."));
        }
        return items;
    }

    private Object needed(String name, Object value) throws Malformed {
        if (value == null) {
            throw wrong(name, "is missing");
        }
        return value;
    }

    /** Returns the exception that says what is wrong with this member. */
    public Malformed wrong(String name, String what) {
        return malformed(path + name, what);
    }

    private static Malformed malformed(String field, String what) {
        return new Malformed(Problem.at(field, ProblemKind.MALFORMED_JSON, field + " " + what + "."));
    }
}
