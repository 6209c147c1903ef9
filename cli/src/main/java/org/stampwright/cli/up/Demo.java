package org.stampwright.cli.up;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.stampwright.cli.home.Home;
import org.stampwright.protocol.StrictJson;

/** The result of the demonstration import, stored in {@code demo.json}. */
record Demo(List<String> sheets, List<String> admitted) {

    static Demo of(Home home) {
        if (!Files.exists(home.demo())) {
            return new Demo(List.of(), List.of());
        }
        try (JsonReader reader = StrictJson.PROVIDER.createReader(new StringReader(Files.readString(home.demo())))) {
            JsonObject json = reader.readObject();
            return new Demo(texts(json.getJsonArray("sheets")), texts(json.getJsonArray("admitted")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Demo withSheets(List<String> drawn) {
        return new Demo(drawn, admitted);
    }

    Demo withAdmitted(List<String> more) {
        return new Demo(sheets, Stream.concat(admitted.stream(), more.stream()).toList());
    }

    void keep(Home home) {
        Home.writeWhole(
                home.demo(),
                StrictJson.PROVIDER
                        .createObjectBuilder()
                        .add("sheets", StrictJson.PROVIDER.createArrayBuilder(sheets))
                        .add("admitted", StrictJson.PROVIDER.createArrayBuilder(admitted))
                        .build()
                        .toString());
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
