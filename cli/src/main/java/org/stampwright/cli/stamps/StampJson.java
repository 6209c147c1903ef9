package org.stampwright.cli.stamps;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HexFormat;
import java.util.Map;
import org.stampwright.indicium.Decoded;
import org.stampwright.indicium.HistoricIndicium;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.trust.Verdict;
import org.stampwright.protocol.StrictJson;

/** One stamp as a JSON object. */
public final class StampJson {

    private StampJson() {}

    /** Returns the decoded fields; for bytes that are not an indicium, their hex and the reason. */
    public static JsonObject of(byte[] bytes) {
        return read(bytes).build();
    }

    /** Returns the same with {@code valid}, {@code verdict} in the words of the documentation, and {@code reason}. */
    public static JsonObject of(byte[] bytes, Verdict verdict) {
        return read(bytes)
                .add("valid", verdict.isGenuine())
                .add("verdict", verdict.word())
                .add("reason", verdict.reason())
                .build();
    }

    public static boolean isIndicium(byte[] bytes) {
        return !(Decoded.of(bytes) instanceof Decoded.Refused);
    }

    private static JsonObjectBuilder read(byte[] bytes) {
        Decoded decoded = Decoded.of(bytes);
        if (decoded instanceof Decoded.Ours ours) {
            SignedIndicium indicium = ours.indicium();
            return specimen(fields(indicium.fields()), indicium.isSpecimen());
        }
        if (decoded instanceof Decoded.Historic historic) {
            HistoricIndicium indicium = historic.indicium();
            return specimen(fields(indicium.fields()), indicium.isSpecimen());
        }
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add("bytes", HexFormat.of().formatHex(bytes))
                .add("unreadable", ((Decoded.Refused) decoded).reason());
    }

    private static JsonObjectBuilder specimen(JsonObjectBuilder json, boolean specimen) {
        return specimen ? json.add("specimen", true) : json;
    }

    private static JsonObjectBuilder fields(Map<String, Object> fields) {
        JsonObjectBuilder json = StrictJson.PROVIDER.createObjectBuilder();
        fields.forEach((name, value) -> {
            if (value == null) {
                json.addNull(name);
            } else if (value instanceof Long number) {
                json.add(name, number);
            } else {
                json.add(name, value.toString());
            }
        });
        return json;
    }
}
