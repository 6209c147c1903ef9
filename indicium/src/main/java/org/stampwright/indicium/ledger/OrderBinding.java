package org.stampwright.indicium.ledger;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.UUID;
import org.stampwright.indicium.trust.Sha256;

/**
 * The order line that a piece was franked for. The authority and proofs get only the hash; a party that knows order,
 * attempt and line can show that the piece belongs to them.
 *
 * @param order the order's id
 * @param attempt of the order, 1 and up
 * @param line of the order, 1 and up
 */
public record OrderBinding(UUID order, int attempt, int line) {

    private static final int LENGTH = 24;

    /** @throws IllegalArgumentException if attempt or line is below 1 */
    public OrderBinding {
        Objects.requireNonNull(order, "order");
        if (attempt < 1 || line < 1) {
            throw new IllegalArgumentException(
                    "attempt and line of an order must be 1 or more, not " + attempt + " and " + line);
        }
    }

    /**
     * Returns SHA-256 over the id's 16 bytes as they are written, then attempt and line in 4 bytes each, little-endian.
     */
    public byte[] hash() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .putLong(order.getMostSignificantBits())
                .putLong(order.getLeastSignificantBits())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(attempt)
                .putInt(line);
        return Sha256.of(bytes.array());
    }
}
