package org.stampwright.indicium.trust;

import java.util.Comparator;
import java.util.Objects;
import org.stampwright.indicium.PsdSerial;

/**
 * A franked piece, identified by its device and its piece count there. Ordered by device, then by count.
 *
 * @param psd the device
 * @param pieceCount 1 to 2<sup>32</sup> − 1
 */
public record Piece(PsdSerial psd, long pieceCount) implements Comparable<Piece> {

    private static final Comparator<Piece> ORDER =
            Comparator.comparing(Piece::psd).thenComparing(Piece::pieceCount);

    /** @throws IllegalArgumentException if the piece count is not within 1 to 2<sup>32</sup> − 1 */
    public Piece {
        Objects.requireNonNull(psd, "PSD serial number");
        if (pieceCount < 1 || pieceCount > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("piece count must be 1 to 4294967295, not " + pieceCount);
        }
    }

    @Override
    public int compareTo(Piece other) {
        return ORDER.compare(this, other);
    }
}
