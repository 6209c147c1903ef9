package org.stampwright.indicium.ledger;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Objects;
import org.stampwright.indicium.trust.P256;

/**
 * A ledger entry and the signature of its owner's seal key over its bytes.
 *
 * @param entry what is sealed
 * @param seal 64 bytes, r and s, low s
 */
public record SealedEntry(LedgerEntry entry, byte[] seal) {

    /** Bytes of a sealed entry. */
    public static final int LENGTH = LedgerEntry.LENGTH + P256.SIGNATURE_LENGTH;

    /** @throws IllegalArgumentException if the seal is not of 64 bytes */
    public SealedEntry {
        Objects.requireNonNull(entry, "entry");
        if (seal.length != P256.SIGNATURE_LENGTH) {
            throw new IllegalArgumentException("seal must be 64 bytes, not " + seal.length);
        }
        seal = seal.clone();
    }

    /** A copy. */
    @Override
    public byte[] seal() {
        return seal.clone();
    }

    /** Whether the seal is by this key. Whose key it is, the certificate says. */
    public boolean isSealedBy(PublicKey sealKey) {
        return P256.verify(sealKey, entry.encode(), seal);
    }

    /** Entry, then seal. */
    public byte[] encode() {
        byte[] bytes = Arrays.copyOf(entry.encode(), LENGTH);
        System.arraycopy(seal, 0, bytes, LedgerEntry.LENGTH, seal.length);
        return bytes;
    }

    /** @throws IllegalArgumentException naming what is wrong with them */
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
