package org.stampwright.authority.authentication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.stampwright.authority.Problem;
import org.stampwright.indicium.trust.Sha256;

/** Compares secrets in constant time. */
final class Secrets {

    private Secrets() {}

    static void require(String expected, String given, String role) {
        boolean same = given != null && MessageDigest.isEqual(hash(expected), hash(given));
        if (!same) {
            throw Problem.of(401, "unauthenticated", "Only the " + role + " has access here.");
        }
    }

    private static byte[] hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
