package org.stampwright.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** PEM text (<a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>) of one object. */
public final class Pem {

    private static final int LINE = 64;
    private static final int P256_BITS = 256;

    private Pem() {}

    /** Returns the object in PEM, with a line end after the last line. */
    public static String of(String label, byte[] der) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + label + "-----\n" + lines.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    /**
     * Returns the bytes of the object.
     *
     * @throws IllegalArgumentException unless the text is one object of that label
     */
    public static byte[] content(String pem, String label) {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        String text = pem.strip();
        if (!text.startsWith(begin) || !text.endsWith(end) || text.length() < begin.length() + end.length()) {
            throw new IllegalArgumentException("not a " + label + " in PEM");
        }
        return Base64.getMimeDecoder()
                .decode(text.substring(begin.length(), text.length() - end.length())
                        .strip());
    }

    /**
     * Returns the private key on P-256 in this text.
     *
     * @throws IllegalArgumentException unless the text is one such key in PKCS #8
     */
    public static PrivateKey privateKey(String pem) {
        try {
            PrivateKey key =
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(content(pem, "PRIVATE KEY")));
            if (key instanceof ECPrivateKey ec
                    && ec.getParams().getCurve().getField().getFieldSize() == P256_BITS) {
                return key;
            }
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("not a P-256 key in PKCS #8", unreadable);
        }
        throw new IllegalArgumentException("not a key on P-256");
    }
}
