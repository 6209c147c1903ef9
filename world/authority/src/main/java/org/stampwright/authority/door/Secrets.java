package org.stampwright.authority.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.stampwright.authority.Problem;
import org.stampwright.indicium.trust.Sha256;

/** Compares what should be secret in a time that tells nothing about it. */
final class Secrets {

    private Secrets() {}

    static void require(String expected, String given, String whom) {
        boolean same = given != null && MessageDigest.isEqual(hash(expected), hash(given));
        if (!same) {
            throw Problem.of(401, "unauthenticated", "Only the " + whom + " comes in here.");
        }
    }

    private static byte[] hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
