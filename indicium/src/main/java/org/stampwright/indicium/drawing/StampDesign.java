package org.stampwright.indicium.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Objects;

/**
 * What a vendor's stamps look like beside what the content says.
 *
 * @param vendor name at the head of the stamp
 * @param ink colour of the design; the symbol and what is read by people are always black
 * @param vignette the vendor's picture
 */
public record StampDesign(String vendor, Color ink, Vignette vignette) {

    /** A picture that fills a rectangle, in millimetres. */
    @FunctionalInterface
    public interface Vignette {

        /** Draws within the rectangle, in this ink; it may leave colour and stroke changed, nothing else. */
        void draw(Graphics2D g, Rectangle2D within, Color ink);
    }

    /** The design that is used where a vendor has none: a post horn on an engraver's rosette. */
    public static final StampDesign STAMPWRIGHT =
            new StampDesign("STAMPWRIGHT", new Color(0x17, 0x37, 0x6B), new PostHorn());

    /** All three are needed. */
    public StampDesign {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(ink, "ink");
        Objects.requireNonNull(vignette, "vignette");
    }
}
