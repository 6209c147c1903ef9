package org.stampwright.postage.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.stampwright.indicium.trust.Sha256;

/**
 * A random text that is shown to its owner once; the vendor stores only its hash. It has so many random bits that a
 * fast hash is enough.
 */
public record Secret(String text) {

    private static final String API_KEY_PREFIX = "sw_";

    /** Returns a new key for an API client: 256 random bits. */
    public static Secret apiKey(SecureRandom random) {
        return new Secret(API_KEY_PREFIX + drawn(random, 32));
    }

    /** Returns a new token for a guest's order or a print ticket: 128 random bits. */
    public static Secret token(SecureRandom random) {
        return new Secret(drawn(random, 16));
    }

    private static String drawn(SecureRandom random, int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    /** Returns the SHA-256 of the text, 32 bytes. */
    public byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the hash as hex digits. */
    public String hashHex() {
        return HexFormat.of().formatHex(hash());
    }

    /** Returns a placeholder, never the text. */
    @Override
    public String toString() {
        return "Secret";
    }
}
