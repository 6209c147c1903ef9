package org.stampwright.indicium.ledger;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.trust.Sha256;

/**
 * One piece as its ledger entry records it: its indicium's content and its order.
 *
 * @param content of the indicium
 * @param binding {@link OrderBinding#hash()}; empty only if just an entry of format version 1 is known
 */
public record FrankedPiece(IndiciumContent content, Optional<byte[]> binding) {

    /** @throws IllegalArgumentException if the binding does not have 32 bytes */
    public FrankedPiece {
        Objects.requireNonNull(content, "content");
        binding = binding.map(byte[]::clone);
        if (binding.filter(hash -> hash.length != Sha256.LENGTH).isPresent()) {
            throw new IllegalArgumentException(
                    "the binding of piece " + content.pieceCount() + " to its order must be 32 bytes");
        }
    }

    /** Returns a piece that was franked for this line of an order. */
    public static FrankedPiece of(IndiciumContent content, OrderBinding order) {
        return new FrankedPiece(content, Optional.of(order.hash()));
    }

    /** Returns a piece of which only the content is known. */
    public static FrankedPiece unbound(IndiciumContent content) {
        return new FrankedPiece(content, Optional.empty());
    }

    /** Returns a copy. */
    @Override
    public Optional<byte[]> binding() {
        return binding.map(byte[]::clone);
    }

    Money postage() {
        return content.postage();
    }

    /**
     * Returns this piece's part of the contents hash in the given format: in version 1 SHA-256 of the content's bytes,
     * from version 2 on of these and the binding.
     *
     * @throws IllegalArgumentException if the format binds orders and this piece has no binding
     */
    public byte[] hash(int formatVersion) {
        if (formatVersion == LedgerEntry.OLDEST_FORMAT_VERSION) {
            return Sha256.of(content.encode());
        }
        byte[] order = binding.orElseThrow(
                () -> new IllegalArgumentException("piece " + content.pieceCount() + " is not bound to an order"));
        return Sha256.of(content.encode(), order);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrankedPiece that
                && content.equals(that.content)
                && Arrays.equals(binding.orElse(null), that.binding.orElse(null));
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }
}
