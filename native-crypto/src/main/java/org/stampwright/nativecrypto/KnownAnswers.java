package org.stampwright.nativecrypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.HexFormat;
import org.stampwright.indicium.trust.P256;

/**
 * Tests a provider before it is used: P-256 with the key, the message and the signature of RFC 6979, A.2.5, and SHA-256
 * with the example of FIPS 180-4. A provider that accepts everything fails as well as one that rejects everything.
 */
final class KnownAnswers {

    private static final BigInteger X = hex("60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
    private static final BigInteger Y = hex("7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
    private static final BigInteger D = hex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
    private static final byte[] SAMPLE = "sample".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SIGNED = HexFormat.of()
            .parseHex("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                    + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ABC_HASHED =
            HexFormat.of().parseHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    private final Provider provider;
    private final PublicKey publicKey;
    private final PrivateKey privateKey;

    private KnownAnswers(Provider provider) throws GeneralSecurityException {
        this.provider = provider;
        KeyFactory keys = KeyFactory.getInstance("EC", provider);
        ECParameterSpec curve = curve();
        publicKey = keys.generatePublic(new ECPublicKeySpec(new ECPoint(X, Y), curve));
        privateKey = keys.generatePrivate(new ECPrivateKeySpec(D, curve));
    }

    /** @throws UnfitProvider if an answer of the provider is wrong or missing */
    static void check(Provider provider) throws UnfitProvider {
        try {
            new KnownAnswers(provider).check();
        } catch (GeneralSecurityException | RuntimeException | LinkageError noAnswer) {
            throw new UnfitProvider("a known-answer test found no answer", noAnswer);
        }
    }

    private void check() throws GeneralSecurityException, UnfitProvider {
        require(MessageDigest.isEqual(ABC_HASHED, hash()), "SHA-256");
        require(verifies(SAMPLE, SIGNED), "accepting a signature");
        require(!verifies(ABC, SIGNED), "rejecting a signature of other bytes");
        byte[] flipped = SIGNED.clone();
        flipped[flipped.length - 1] ^= 1;
        require(!verifies(SAMPLE, flipped), "rejecting a changed signature");
        byte[] fresh = P256.sign(privateKey, SAMPLE, provider);
        require(verifies(SAMPLE, fresh) && !verifies(ABC, fresh), "signing");
    }

    private static void require(boolean right, String what) throws UnfitProvider {
        if (!right) {
            throw new UnfitProvider("a known-answer test failed: " + what);
        }
    }

    private byte[] hash() throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256", provider).digest(ABC);
    }

    private boolean verifies(byte[] message, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(P256.ALGORITHM, provider);
        verifier.initVerify(publicKey);
        verifier.update(message);
        return verifier.verify(signature);
    }

    /** The curve's numbers come from whichever provider has them; the provider under test does the arithmetic. */
    private static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }
}
