package org.stampwright.protocol;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as the vendor's database stores it: {@code pbkdf2:iterations:salt:hash}, salt and hash in base 64, PBKDF2
 * with HMAC-SHA-512. The accounts write it and, for the first operator, the command line. New hashes use 210,000
 * iterations (OWASP Password Storage Cheat Sheet); the stored form names the number, so that it can be raised.
 */
public record PasswordHash(int iterations, byte[] salt, byte[] hash) {

    private static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    /** Returns the hash of this password with a fresh salt. */
    public static PasswordHash of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(ITERATIONS, salt, derive(password, salt, ITERATIONS));
    }

    /**
     * Reads the stored form.
     *
     * @throws IllegalArgumentException if it is not of this form
     */
    public static PasswordHash parse(String stored) {
        String[] parts = stored.split(":");
        if (parts.length != 4 || !parts[0].equals("pbkdf2")) {
            throw new IllegalArgumentException("a stored password is pbkdf2:iterations:salt:hash");
        }
        return new PasswordHash(
                Integer.parseInt(parts[1]),
                Base64.getDecoder().decode(parts[2]),
                Base64.getDecoder().decode(parts[3]));
    }

    /**
     * Returns whether it is this password; the time of the comparison does not depend on the position of a difference.
     */
    public boolean fits(String password) {
        return MessageDigest.isEqual(hash, derive(password, salt, iterations));
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    /** Returns the stored form. */
    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder();
        return "pbkdf2:" + iterations + ":" + base64.encodeToString(salt) + ":" + base64.encodeToString(hash);
    }
}
