package org.stampwright.indicium;

import java.nio.charset.StandardCharsets;

/** Text fields of an indicium: printable ASCII, left-justified, padded with blanks. */
final class Ascii {

    private Ascii() {}

    /** Checks for exactly {@code length} capitals and digits. */
    static String identifier(String field, String text, int length) {
        if (text == null || !text.matches("[A-Z0-9]{" + length + "}")) {
            throw new IllegalArgumentException(field + " must be " + length + " of A-Z and 0-9, not " + quoted(text));
        }
        return text;
    }

    /** Checks for one to {@code most} printable characters; the first and the last must not be blank. */
    static String text(String field, String text, int most) {
        if (text == null
                || text.isEmpty()
                || text.length() > most
                || !isPrintable(text)
                || !text.equals(text.strip())) {
            throw new IllegalArgumentException(field + " must be 1 to " + most
                    + " printable ASCII characters with no leading or trailing blank, not " + quoted(text));
        }
        return text;
    }

    static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    static byte[] padded(String text, int length) {
        return (text + " ".repeat(length - text.length())).getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads one character per byte and removes trailing blanks. */
    static String read(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst(" +$", "");
    }

    private static String quoted(String text) {
        return text == null ? "missing" : "\"" + text + "\"";
    }
}
