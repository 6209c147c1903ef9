package org.stampwright.protocol;

import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads JSON (<a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>) that has one meaning only: an object has
 * no duplicate members, nothing precedes or follows the value, nesting is at most {@value #DEEPEST} levels deep, and
 * bytes are UTF-8. The caller bounds the size before it passes the text, as {@link BoundedHttp} does.
 *
 * <p>The provider is looked up once. Each call of {@link jakarta.json.Json} looks it up again, which outside the
 * application server scans the whole class path.
 */
public final class StrictJson {

    /** The JSON provider of this class loader, for reading and writing. */
    public static final JsonProvider PROVIDER = JsonProvider.provider();

    static final int DEEPEST = 100;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final JsonParserFactory PARSERS = PROVIDER.createParserFactory(Map.of());
    /** Of the library's two ways to read, only this one supports the rule for duplicate members. */
    private static final JsonReaderFactory READERS =
            PROVIDER.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private StrictJson() {}

    /**
     * Returns the object that makes up the whole text.
     *
     * @throws JsonException naming the error, as a {@link JsonParsingException} if its place is known
     */
    public static JsonObject object(String text) {
        if (value(text) instanceof JsonObject object) {
            return object;
        }
        throw new JsonException("it is not a JSON object");
    }

    /**
     * Returns the object that makes up the whole text in UTF-8.
     *
     * @throws JsonException as {@link #object(String)}, or if the bytes are not UTF-8
     */
    public static JsonObject object(byte[] utf8) {
        return object(text(utf8));
    }

    /**
     * Returns the value that makes up the whole text.
     *
     * @throws JsonException as {@link #object(String)}
     */
    public static JsonValue value(String text) {
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            throw new JsonException("it begins with a byte order mark, which JSON has none of");
        }
        if (text.isBlank()) {
            throw new JsonException("it is empty");
        }
        checkForm(text);
        return read(text);
    }

    /**
     * Returns the value that makes up the whole text in UTF-8.
     *
     * @throws JsonException as {@link #object(byte[])}
     */
    public static JsonValue value(byte[] utf8) {
        return value(text(utf8));
    }

    /**
     * Returns the value as a whole number, in any spelling: {@code 780}, {@code 780.0} and {@code 7.8e2} are the same
     * number. Empty for a fraction, for a number that does not fit, and for a value that is not a number.
     *
     * @param value null for a missing member
     */
    public static OptionalLong whole(JsonValue value) {
        if (!(value instanceof JsonNumber number)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(number.bigDecimalValue().longValueExact());
        } catch (ArithmeticException notWhole) {
            return OptionalLong.empty();
        }
    }

    private static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new JsonException("it is not UTF-8", other);
        }
    }

    /** Rejects text after the value, which the parser finds only when it is asked for more. */
    private static void checkForm(String text) {
        int depth = 0;
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                depth += step(parser.next());
                if (depth > DEEPEST) {
                    throw new JsonException("it is nested too deeply");
                }
            }
        } catch (JsonParsingException wrong) {
            throw at(wrong.getLocation(), "it is not JSON", wrong);
        }
    }

    private static int step(JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            case KEY_NAME, VALUE_STRING, VALUE_NUMBER, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> 0;
        };
    }

    /** Explains an error in well-formed JSON: a duplicate member, or a number that the reader does not accept. */
    private static JsonValue read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonParsingException twice) {
            throw at(twice.getLocation(), "an object has a duplicate member", twice);
        } catch (NumberFormatException | UnsupportedOperationException | ArithmeticException number) {
            throw new JsonException("it has a number of too many digits", number);
        }
    }

    private static JsonParsingException at(JsonLocation where, String what, JsonParsingException cause) {
        return new JsonParsingException(
                what + ": see line " + where.getLineNumber() + ", column " + where.getColumnNumber(), cause, where);
    }
}
