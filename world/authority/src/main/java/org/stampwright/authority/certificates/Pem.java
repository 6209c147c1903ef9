package org.stampwright.authority.certificates;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** PEM text (RFC 7468) of one object. */
final class Pem {

    private static final int LINE = 64;

    private Pem() {}

    static String of(String label, byte[] der) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + label + "-----\n" + lines.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    /** @throws IllegalArgumentException unless the text is one object of that label */
    static byte[] content(String pem, String label) {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        String text = pem.strip();
        if (!text.startsWith(begin) || !text.endsWith(end)) {
            throw new IllegalArgumentException("not a " + label + " in PEM");
        }
        return Base64.getMimeDecoder()
                .decode(text.substring(begin.length(), text.length() - end.length())
                        .strip());
    }
}
