package org.stampwright.indicium.symbol;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/**
 * A symbol that was read from a picture.
 *
 * @param bytes its content
 * @param kind its symbology
 * @param bounds its upright bounding box in the picture, in pixels
 */
public record ReadSymbol(byte[] bytes, Kind kind, Rectangle2D bounds) {

    /** The symbologies that can be read. */
    public enum Kind {
        /** ECC 200 (ISO/IEC 16022), any square size. */
        DATA_MATRIX,
        /** ISO/IEC 15438, of historic indicia. */
        PDF417
    }

    /** Copies its arguments. */
    public ReadSymbol {
        bytes = bytes.clone();
        bounds = (Rectangle2D) bounds.clone();
    }

    /** Returns a copy. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns a copy. */
    @Override
    public Rectangle2D bounds() {
        return (Rectangle2D) bounds.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadSymbol that
                && kind == that.kind
                && bounds.equals(that.bounds)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
