package org.stampwright.authority.keys;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.util.BigIntegers;
import org.stampwright.indicium.trust.P256;
import org.stampwright.indicium.trust.Sha256;
import org.stampwright.nativecrypto.SignatureProvider;

/**
 * Signs in the form of {@link P256} with the native provider, and where that does not load with Bouncy Castle's
 * arithmetic, which is several times as fast as the JDK's own provider. Every response and every receipt is signed.
 */
final class SigningKey {

    private static final ECDomainParameters CURVE = new ECDomainParameters(CustomNamedCurves.getByName("P-256"));
    private static final int HALF = P256.SIGNATURE_LENGTH / 2;

    private final PrivateKey key;
    private final boolean byBouncyCastle;

    SigningKey(PrivateKey key) {
        this(key, SignatureProvider.install().nativeProvider().isEmpty());
    }

    SigningKey(PrivateKey key, boolean byBouncyCastle) {
        this.key = key;
        this.byBouncyCastle = byBouncyCastle;
    }

    /** Returns a signature of 64 bytes, low s. */
    byte[] sign(byte[] data) {
        return byBouncyCastle ? signByBouncyCastle(data) : P256.sign(key, data);
    }

    /** Derives the nonce from key and message (RFC 6979). */
    private byte[] signByBouncyCastle(byte[] data) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(((ECPrivateKey) key).getS(), CURVE));
        BigInteger[] parts = signer.generateSignature(Sha256.of(data));
        byte[] signature = new byte[P256.SIGNATURE_LENGTH];
        BigIntegers.asUnsignedByteArray(parts[0], signature, 0, HALF);
        BigIntegers.asUnsignedByteArray(parts[1], signature, HALF, HALF);
        return P256.withLowS(signature);
    }
}
