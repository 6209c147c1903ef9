package org.stampwright.cli.up;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.List;
import java.util.stream.Stream;
import org.stampwright.cli.home.Home;
import org.stampwright.protocol.StrictJson;

/** The result of the demonstration import, stored in {@code demo.json}. */
record Demo(List<String> sheets, List<String> admitted) {

    static Demo of(Home home) {
        return Home.read(home.demo())
                .map(json -> new Demo(texts(json.getJsonArray("sheets")), texts(json.getJsonArray("admitted"))))
                .orElseGet(() -> new Demo(List.of(), List.of()));
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
