package org.stampwright.indicium.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Objects;

/**
 * The appearance of a vendor's stamps, apart from their content.
 *
 * @param vendor name at the head of the stamp
 * @param ink colour of the design; the symbol and the readable text are always black
 * @param vignette the vendor's picture
 */
public record StampDesign(String vendor, Color ink, Vignette vignette) {

    /** A picture that fills a rectangle, in millimetres. */
    @FunctionalInterface
    public interface Vignette {

        /** Draws within the rectangle, in this ink; it may change only the graphics' colour and stroke. */
        void draw(Graphics2D g, Rectangle2D within, Color ink);
    }

    /** The default design: a post horn on an engraved rosette. */
    public static final StampDesign STAMPWRIGHT =
            new StampDesign("STAMPWRIGHT", new Color(0x17, 0x37, 0x6B), new PostHorn());

    /** Requires all three components. */
    public StampDesign {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(ink, "ink");
        Objects.requireNonNull(vignette, "vignette");
    }
}
