package org.stampwright.web.problem;

import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.Function;
import org.stampwright.protocol.StrictJson;

/** Writes a list of things as a JSON list of objects. */
public final class JsonList {

    private JsonList() {}

    public static <T> JsonArray of(List<T> things, Function<T, JsonObjectBuilder> json) {
        var list = StrictJson.PROVIDER.createArrayBuilder();
        things.forEach(thing -> list.add(json.apply(thing)));
        return list.build();
    }
}
