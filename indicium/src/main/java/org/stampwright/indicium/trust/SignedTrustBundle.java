package org.stampwright.indicium.trust;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A trust bundle and the signature of the authority's signing key over its bytes. The file is bundle, then signature.
 *
 * @param bundle the signed bundle
 * @param signature 64 bytes, r and s, low s
 */
public record SignedTrustBundle(TrustBundle bundle, byte[] signature) {

    /** @throws IllegalArgumentException if the signature does not have 64 bytes */
    public SignedTrustBundle {
        Objects.requireNonNull(bundle, "bundle");
        if (signature.length != P256.SIGNATURE_LENGTH) {
            throw new IllegalArgumentException("signature must be 64 bytes, not " + signature.length);
        }
        signature = signature.clone();
    }

    /** Returns a copy. */
    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** Returns why this bundle is rejected as published by the authority with this root; empty if it is valid. */
    public Optional<String> objection(X509Certificate root) {
        X509Certificate signer = bundle.signingCertificate();
        Optional<String> objection = Certificates.objection(signer, KeyUse.AUTHORITY_SIGNING, root);
        if (objection.isPresent()) {
            return objection.map(why -> "the signing certificate: " + why);
        }
        if (!Certificates.isValidAt(signer, bundle.issuedAt())) {
            return Optional.of("the signing certificate was not valid when the bundle was issued");
        }
        return P256.verify(signer.getPublicKey(), bundle.encode(), signature)
                ? Optional.empty()
                : Optional.of("the signature is not valid");
    }

    /**
     * Returns the newer of two bundles: the received one if its number is higher, else the held one. A caller that
     * stores a bundle must use this; otherwise an old bundle, replayed before it is stale, would reinstate a revoked
     * key. Both must be the authority's, see {@link #objection}.
     *
     * @throws IllegalArgumentException if they are two different bundles with the same number, which no authority
     * publishes
     */
    public static SignedTrustBundle newerOf(SignedTrustBundle held, SignedTrustBundle received) {
        if (received.bundle.number() == held.bundle.number() && !received.bundle.equals(held.bundle)) {
            throw new IllegalArgumentException(
                    "there are two different trust bundles with number " + held.bundle.number());
        }
        return received.bundle.number() > held.bundle.number() ? received : held;
    }

    /** Returns the file's bytes. */
    public byte[] encode() {
        byte[] unsigned = bundle.encode();
        byte[] bytes = Arrays.copyOf(unsigned, unsigned.length + signature.length);
        System.arraycopy(signature, 0, bytes, unsigned.length, signature.length);
        return bytes;
    }

    /** @throws IllegalArgumentException naming the error */
    public static SignedTrustBundle decode(byte[] bytes) {
        if (bytes.length < P256.SIGNATURE_LENGTH) {
            throw new IllegalArgumentException("the trust bundle is truncated");
        }
        int signatureAt = bytes.length - P256.SIGNATURE_LENGTH;
        return new SignedTrustBundle(
                TrustBundle.decode(Arrays.copyOf(bytes, signatureAt)),
                Arrays.copyOfRange(bytes, signatureAt, bytes.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedTrustBundle that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }
}
