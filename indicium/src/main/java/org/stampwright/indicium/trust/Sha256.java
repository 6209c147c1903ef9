package org.stampwright.indicium.trust;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4) from the platform's own provider. */
public final class Sha256 {

    /** The length of a hash in bytes. */
    public static final int LENGTH = 32;

    private Sha256() {}

    /** Returns the hash of all parts, concatenated. */
    public static byte[] of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
