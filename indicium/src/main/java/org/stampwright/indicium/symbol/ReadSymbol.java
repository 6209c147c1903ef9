package org.stampwright.indicium.symbol;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/**
 * A symbol that was read from a picture.
 *
 * @param bytes what it holds
 * @param kind which symbology
 * @param bounds where it stands in the picture, in pixels, upright around it
 */
public record ReadSymbol(byte[] bytes, Kind kind, Rectangle2D bounds) {

    /** Symbologies that are read. */
    public enum Kind {
        /** ECC 200 (ISO/IEC 16022), any square size. */
        DATA_MATRIX,
        /** ISO/IEC 15438, of historic indicia. */
        PDF417
    }

    /** Takes copies. */
    public ReadSymbol {
        bytes = bytes.clone();
        bounds = (Rectangle2D) bounds.clone();
    }

    /** A copy. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** A copy. */
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
