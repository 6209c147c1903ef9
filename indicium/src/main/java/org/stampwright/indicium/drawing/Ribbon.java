package org.stampwright.indicium.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A band of fine crossing waves, as on banknotes; it fills the free space of an upright stamp. */
final class Ribbon {

    /** The thinnest line that a printer of 300 dots per inch prints, in mm: one dot. */
    static final float HAIRLINE = 0.085f;

    private static final int STRANDS = 6;
    /** The approximate length of one wave, in mm. */
    private static final double WAVE = 5.6;

    private static final int STEPS_PER_WAVE = 40;

    private Ribbon() {}

    /** Draws whole waves from left to right, as high as the place. */
    static void draw(Graphics2D g, Color ink, Rectangle2D place) {
        g.setColor(ink);
        g.setStroke(new BasicStroke(HAIRLINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        long waves = Math.max(1, Math.round(place.getWidth() / WAVE));
        for (int strand = 0; strand < STRANDS; strand++) {
            g.draw(wave(
                    place.getX(),
                    place.getMaxX(),
                    place.getCenterY(),
                    place.getHeight() / 2,
                    waves,
                    (double) strand / STRANDS));
        }
    }

    /** Returns one wave line; the later it starts, the further its phase is shifted. */
    private static Path2D wave(double left, double right, double middle, double height, long waves, double later) {
        Path2D line = new Path2D.Double();
        long steps = waves * STEPS_PER_WAVE;
        for (long step = 0; step <= steps; step++) {
            double x = left + (right - left) * step / steps;
            double y = middle + height * Math.sin(2 * Math.PI * ((double) step / STEPS_PER_WAVE + later));
            if (step == 0) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        return line;
    }
}
