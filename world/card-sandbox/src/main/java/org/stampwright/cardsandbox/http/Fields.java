package org.stampwright.cardsandbox.http;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;

/** A builder for the fields of one object; reading a null or absent field returns null or zero. */
public final class Fields {

    /** The JSON provider, looked up once; each call of {@link jakarta.json.Json} looks it up again. */
    public static final JsonProvider PROVIDER = JsonProvider.provider();

    private final JsonObjectBuilder builder;

    private Fields(JsonObjectBuilder builder) {
        this.builder = builder;
    }

    public static Fields none() {
        return new Fields(PROVIDER.createObjectBuilder());
    }

    public static Fields of(JsonObject object) {
        return new Fields(PROVIDER.createObjectBuilder(object));
    }

    public static JsonObject parse(String text) {
        try (var reader = PROVIDER.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    public Fields set(String name, String value) {
        if (value == null) {
            builder.addNull(name);
        } else {
            builder.add(name, value);
        }
        return this;
    }

    public Fields set(String name, long value) {
        builder.add(name, value);
        return this;
    }

    public Fields set(String name, boolean value) {
        builder.add(name, value);
        return this;
    }

    public Fields set(String name, JsonValue value) {
        builder.add(name, value);
        return this;
    }

    public Fields set(String name, Fields value) {
        builder.add(name, value.builder);
        return this;
    }

    public Fields set(String name, Map<String, String> values) {
        Fields inner = none();
        values.forEach(inner::set);
        return set(name, inner);
    }

    public Fields set(String name, Collection<String> values) {
        JsonArrayBuilder array = PROVIDER.createArrayBuilder();
        values.forEach(array::add);
        builder.add(name, array);
        return this;
    }

    public Fields nulls(String... names) {
        for (String name : names) {
            builder.addNull(name);
        }
        return this;
    }

    public JsonObject build() {
        return builder.build();
    }

    public static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : null;
    }

    public static JsonObject object(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject inner ? inner : null;
    }

    public static long number(JsonObject object, String name) {
        return object.isNull(name) ? 0 : object.getJsonNumber(name).longValueExact();
    }

    public static boolean has(JsonObject object, String name) {
        return object.containsKey(name) && !object.isNull(name);
    }
}
