package org.stampwright.listener;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The head of a request, as far as two programs could understand it differently.
 *
 * @param path the path as sent, undecoded
 * @param query the query as sent, or null
 * @param hosts the values of all Host headers
 * @param encodings the values of all Transfer-Encoding headers
 * @param hasLength whether there is a Content-Length too
 * @param values the values of all headers
 */
record RequestCheck(
        String path, String query, List<String> hosts, List<String> encodings, boolean hasLength, List<String> values) {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._~-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");

    /** Returns why the request is refused. */
    Optional<String> complaint() {
        if (hosts.size() != 1 || !HOST.matcher(hosts.get(0).strip()).matches()) {
            return Optional.of("A request names exactly one host.");
        }
        if (!encodings.isEmpty()
                && (hasLength
                        || encodings.size() > 1
                        || !encodings.get(0).strip().equalsIgnoreCase("chunked"))) {
            return Optional.of("A body has either a length or the transfer encoding chunked.");
        }
        if (path.indexOf(';') >= 0) {
            return Optional.of("Addresses here have no path parameters.");
        }
        if (values.stream().anyMatch(value -> value.chars().anyMatch(RequestCheck::isControl))) {
            return Optional.of("A header has a control character.");
        }
        return isText(path) && (query == null || isText(query))
                ? Optional.empty()
                : Optional.of("The address is not valid: it has a wrong % escape or a character that is not allowed.");
    }

    /** Returns whether every escape is complete and the whole is UTF-8 without control characters. */
    private static boolean isText(String escaped) {
        ByteBuffer decoded = ByteBuffer.allocate(escaped.length());
        for (int at = 0; at < escaped.length(); at++) {
            int value = escaped.charAt(at);
            if (value == '%') {
                if (at + 2 >= escaped.length()) {
                    return false;
                }
                int high = Character.digit(escaped.charAt(at + 1), 16);
                int low = Character.digit(escaped.charAt(at + 2), 16);
                if (high < 0 || low < 0) {
                    return false;
                }
                value = high * 16 + low;
                at += 2;
            }
            if (isControl(value) || value == '\t' || value > 0xff) {
                return false;
            }
            decoded.put((byte) value);
        }
        return isUtf8(decoded.flip());
    }

    private static boolean isControl(int value) {
        return value < ' ' && value != '\t' || value == 0x7f;
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
