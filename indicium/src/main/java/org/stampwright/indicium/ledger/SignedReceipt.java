package org.stampwright.indicium.ledger;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Objects;
import org.stampwright.indicium.trust.P256;

/**
 * A receipt and the signature of the authority's signing key over its bytes.
 *
 * @param receipt the signed receipt
 * @param signature 64 bytes, r and s, low s
 */
public record SignedReceipt(Receipt receipt, byte[] signature) {

    /** The length of a signed receipt in bytes. */
    public static final int LENGTH = Receipt.LENGTH + P256.SIGNATURE_LENGTH;

    /** @throws IllegalArgumentException if the signature does not have 64 bytes */
    public SignedReceipt {
        Objects.requireNonNull(receipt, "receipt");
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

    /** Returns whether the signature is by this key. */
    public boolean isSignedBy(PublicKey authoritySigningKey) {
        return P256.verify(authoritySigningKey, receipt.encode(), signature);
    }

    /** Returns the receipt, then the signature. */
    public byte[] encode() {
        byte[] bytes = Arrays.copyOf(receipt.encode(), LENGTH);
        System.arraycopy(signature, 0, bytes, Receipt.LENGTH, signature.length);
        return bytes;
    }

    /** @throws IllegalArgumentException naming the error */
    public static SignedReceipt decode(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a signed receipt has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new SignedReceipt(
                Receipt.decode(Arrays.copyOf(bytes, Receipt.LENGTH)),
                Arrays.copyOfRange(bytes, Receipt.LENGTH, LENGTH));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedReceipt that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }
}
