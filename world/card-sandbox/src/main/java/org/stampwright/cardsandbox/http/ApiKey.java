package org.stampwright.cardsandbox.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** The account's secret key, sent as a bearer token or as the user name of basic authentication. */
public final class ApiKey {
    private final byte[] secret;

    public ApiKey(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Rejects with 401 a caller that does not send the key. */
    public void check(String authorization) {
        String sent = sent(authorization);
        if (sent == null || sent.isEmpty()) {
            throw Refusal.unauthorised("You did not provide an API key. You need to provide your API key in the "
                    + "Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }
        if (!MessageDigest.isEqual(secret, sent.getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.unauthorised("Invalid API Key provided: " + masked(sent));
        }
    }

    private static String sent(String authorization) {
        if (authorization == null) {
            return null;
        }
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return authorization.substring(7).trim();
        }
        if (authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return userName(authorization.substring(6).trim());
        }
        return null;
    }

    private static String userName(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static String masked(String key) {
        return key.length() <= 12
                ? "*".repeat(key.length())
                : key.substring(0, 8) + "*".repeat(key.length() - 12) + key.substring(key.length() - 4);
    }
}
