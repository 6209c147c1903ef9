package org.stampwright.web.problem;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.protocol.StrictJson;

/** Reads one JSON object from a request of bounded size; anything else is {@link Malformed}. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * @param limit the most bytes that are read
     * @throws Malformed if there is more, or no JSON object in UTF-8
     */
    public static JsonObject read(InputStream body, int limit) throws Malformed {
        return parse(text(body, limit));
    }

    /** Returns the body as bytes, for callers that check its exact text first. */
    public static String text(InputStream body, int limit) throws Malformed {
        return text(bounded(body, limit));
    }

    private static byte[] bounded(InputStream body, int limit) throws Malformed {
        try {
            var bytes = body.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new Malformed(new Problem(
                        ProblemKind.TOO_LARGE,
                        413,
                        "The body may have at most " + limit + " bytes.",
                        null,
                        Map.of("limit", limit)));
            }
            return bytes;
        } catch (IOException brokenOff) {
            throw new Malformed(Problem.of(ProblemKind.MALFORMED_JSON, "The body ended too early."));
        }
    }

    private static String text(byte[] bytes) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed(Problem.of(ProblemKind.MALFORMED_JSON, "The body is not UTF-8."));
        }
    }

    private static JsonObject parse(String text) throws Malformed {
        try {
            return StrictJson.object(text);
        } catch (JsonParsingException wrong) {
            var where = wrong.getLocation();
            throw new Malformed(new Problem(
                    ProblemKind.MALFORMED_JSON,
                    400,
                    inWords(wrong),
                    null,
                    Map.of("line", where.getLineNumber(), "column", where.getColumnNumber())));
        } catch (JsonException wrong) {
            throw new Malformed(Problem.of(ProblemKind.MALFORMED_JSON, inWords(wrong)));
        }
    }

    private static String inWords(JsonException wrong) {
        return "The body cannot be read: " + wrong.getMessage() + ".";
    }
}
