package org.stampwright.indicium.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;

/**
 * ECDSA on P-256 with SHA-256 (FIPS 186-5), in the one form that Stampwright writes: r and s of 32 bytes each,
 * big-endian. s is at most half the order of the curve, so that a second valid signature cannot be derived from the
 * first.
 */
public final class P256 {

    /** The length of a signature in bytes. */
    public static final int SIGNATURE_LENGTH = 64;

    /** The JCA's name of the algorithm. */
    public static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    private static final int HALF = SIGNATURE_LENGTH / 2;
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

    private P256() {}

    /** Generates a new key pair. */
    public static KeyPair newKeyPair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /**
     * Signs with a provider that accepts the key.
     *
     * @throws IllegalStateException if none accepts it, or the one that does fails
     */
    public static byte[] sign(PrivateKey key, byte[] data) {
        try {
            return sign(Signature.getInstance(ALGORITHM), key, data);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("the key did not sign: " + fault.getMessage(), fault);
        }
    }

    /**
     * Signs with a key of this provider, such as a PKCS#11 token's.
     *
     * @throws GeneralSecurityException if the provider, or the token behind it, does not sign
     */
    public static byte[] sign(PrivateKey key, byte[] data, Provider provider) throws GeneralSecurityException {
        return sign(Signature.getInstance(ALGORITHM, provider), key, data);
    }

    private static byte[] sign(Signature signer, PrivateKey key, byte[] data) throws GeneralSecurityException {
        signer.initSign(key);
        signer.update(data);
        return withLowS(signer.sign());
    }

    /**
     * Returns the same signature with the lower of its two possible s.
     *
     * @throws IllegalArgumentException if it does not have 64 bytes
     */
    public static byte[] withLowS(byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            throw new IllegalArgumentException("signature must be 64 bytes, not " + signature.length);
        }
        BigInteger s = new BigInteger(1, signature, HALF, HALF);
        if (s.compareTo(HALF_ORDER) <= 0) {
            return signature.clone();
        }
        byte[] low = signature.clone();
        byte[] digits = ORDER.subtract(s).toByteArray();
        for (int i = 0; i < HALF; i++) {
            int from = digits.length - HALF + i;
            low[HALF + i] = from < 0 ? 0 : digits[from];
        }
        return low;
    }

    /**
     * Returns whether the signature is this key's over these bytes. False for a high s, a zero, a number of the order
     * or above, another length, or a key on another curve.
     */
    public static boolean verify(PublicKey key, byte[] data, byte[] signature) {
        if (!isP256(key) || !isCanonical(signature)) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(data);
            return verifier.verify(signature);
        } catch (InvalidKeyException | SignatureException notThisKeys) {
            return false;
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Returns whether these bytes can be a signature in our form: 64 bytes, r from 1 to n − 1, s from 1 to n ÷ 2. */
    public static boolean isCanonical(byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        BigInteger r = new BigInteger(1, signature, 0, HALF);
        BigInteger s = new BigInteger(1, signature, HALF, HALF);
        return r.signum() > 0 && r.compareTo(ORDER) < 0 && s.signum() > 0 && s.compareTo(HALF_ORDER) <= 0;
    }

    /** Returns whether the key is on P-256. */
    public static boolean isP256(PublicKey key) {
        return key instanceof ECPublicKey ec
                && ORDER.equals(ec.getParams().getOrder())
                && ec.getParams().getCurve().getField().getFieldSize() == 256;
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
