package org.stampwright.indicium.ledger;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Objects;
import org.stampwright.indicium.trust.P256;

/**
 * A ledger entry and the signature of its owner's seal key over its bytes.
 *
 * @param entry the sealed entry
 * @param seal 64 bytes, r and s, low s
 */
public record SealedEntry(LedgerEntry entry, byte[] seal) {

    /** The length of a sealed entry in bytes. */
    public static final int LENGTH = LedgerEntry.LENGTH + P256.SIGNATURE_LENGTH;

    /** @throws IllegalArgumentException if the seal does not have 64 bytes */
    public SealedEntry {
        Objects.requireNonNull(entry, "entry");
        if (seal.length != P256.SIGNATURE_LENGTH) {
            throw new IllegalArgumentException("seal must be 64 bytes, not " + seal.length);
        }
        seal = seal.clone();
    }

    /** Returns a copy. */
    @Override
    public byte[] seal() {
        return seal.clone();
    }

    /** Returns whether the seal is by this key. The certificate tells whose key it is. */
    public boolean isSealedBy(PublicKey sealKey) {
        return P256.verify(sealKey, entry.encode(), seal);
    }

    /** Returns the entry, then the seal. */
    public byte[] encode() {
        byte[] bytes = Arrays.copyOf(entry.encode(), LENGTH);
        System.arraycopy(seal, 0, bytes, LedgerEntry.LENGTH, seal.length);
        return bytes;
    }

    /** @throws IllegalArgumentException naming the error */
    public static SealedEntry decode(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a sealed entry has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new SealedEntry(
                LedgerEntry.decode(Arrays.copyOf(bytes, LedgerEntry.LENGTH)),
                Arrays.copyOfRange(bytes, LedgerEntry.LENGTH, LENGTH));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedEntry that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }
}
