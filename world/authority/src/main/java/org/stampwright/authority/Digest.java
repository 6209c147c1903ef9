package org.stampwright.authority;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 from the platform's own provider. */
public final class Digest {

    private Digest() {}

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
