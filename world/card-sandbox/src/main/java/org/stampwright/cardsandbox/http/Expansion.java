package org.stampwright.cardsandbox.http;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Turns stored objects into responses: removes private fields and follows {@code expand[]} up to four levels deep. */
public final class Expansion {
    private static final Map<String, Set<String>> EXPANDABLE = Map.of(
            "payment_intent", Set.of("latest_charge", "payment_method", "customer"),
            "checkout.session", Set.of("payment_intent", "line_items", "customer"),
            "charge", Set.of("payment_intent", "balance_transaction", "customer"),
            "refund", Set.of("charge", "payment_intent", "balance_transaction"),
            "payment_method", Set.of("customer"));

    private final Function<String, JsonObject> find;

    public Expansion(Function<String, JsonObject> find) {
        this.find = find;
    }

    /** Returns the object without private fields, at any depth. */
    public static JsonObject shown(JsonObject object) {
        Fields fields = Fields.none();
        object.forEach((name, value) -> {
            if (!name.startsWith("_")) {
                fields.set(name, shownValue(value));
            }
        });
        return fields.build();
    }

    private static JsonValue shownValue(JsonValue value) {
        if (value instanceof JsonObject object) {
            return shown(object);
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder shown = Fields.PROVIDER.createArrayBuilder();
            array.forEach(element -> shown.add(shownValue(element)));
            return shown.build();
        }
        return value;
    }

    public JsonObject expand(JsonObject object, List<String> paths) {
        JsonObject result = object;
        for (String path : paths) {
            if (path.split("\\.").length > 4) {
                throw Refusal.parameter(
                        "You cannot expand more than 4 levels of a property. Property: " + path, null, "expand");
            }
            result = follow(result, path, path);
        }
        return shown(result);
    }

    private JsonObject follow(JsonObject object, String path, String whole) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? null : path.substring(dot + 1);
        if (object.getString("object", "").equals("list") && name.equals("data") && rest != null) {
            return eachOf(object, rest, whole);
        }
        if (!EXPANDABLE.getOrDefault(object.getString("object", ""), Set.of()).contains(name)) {
            throw Refusal.parameter("This property cannot be expanded (" + whole + ").", null, "expand");
        }
        JsonValue value = object.containsKey("_" + name) ? object.get("_" + name) : object.get(name);
        if (value instanceof JsonString id) {
            value = find.apply(id.getString());
        }
        if (!(value instanceof JsonObject inner)) {
            return object;
        }
        JsonObject followed = rest == null ? inner : follow(inner, rest, whole);
        return Fields.of(object).set(name, shown(followed)).build();
    }

    private JsonObject eachOf(JsonObject list, String rest, String whole) {
        JsonArrayBuilder data = Fields.PROVIDER.createArrayBuilder();
        list.getJsonArray("data")
                .getValuesAs(JsonObject.class)
                .forEach(element -> data.add(follow(element, rest, whole)));
        return Fields.of(list).set("data", data.build()).build();
    }
}
