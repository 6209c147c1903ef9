package org.stampwright.indicium.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A post horn on a rosette of fine lines, as engravers turn them on a lathe. */
final class PostHorn implements StampDesign.Vignette {

    private static final int STRANDS = 5;
    private static final int PETALS = 24;
    private static final int STEPS = 720;
    /** One dot of a printer of 300 dots an inch. */
    private static final float HAIRLINE = 0.085f;

    @Override
    public void draw(Graphics2D g, Rectangle2D within, Color ink) {
        double radius = Math.min(within.getWidth(), within.getHeight()) / 2 - HAIRLINE;
        double x = within.getCenterX();
        double y = within.getCenterY();
        rosette(g, x, y, radius, ink);
        double ground = radius * 0.6;
        g.setColor(Color.WHITE);
        g.fill(new Ellipse2D.Double(x - ground, y - ground, 2 * ground, 2 * ground));
        g.setColor(ink);
        g.setStroke(new BasicStroke((float) (radius * 0.028)));
        g.draw(new Ellipse2D.Double(x - ground, y - ground, 2 * ground, 2 * ground));
        horn(g, x, y, ground * 0.78);
    }

    private static void rosette(Graphics2D g, double x, double y, double radius, Color ink) {
        g.setColor(ink);
        g.setStroke(new BasicStroke(HAIRLINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int strand = 0; strand < STRANDS; strand++) {
            Path2D line = new Path2D.Double();
            for (int step = 0; step < STEPS; step++) {
                double turn = 2 * Math.PI * step / STEPS;
                double wave = Math.cos(PETALS * turn + 2 * Math.PI * strand / STRANDS);
                double r = radius * (0.81 + 0.19 * wave);
                double px = x + r * Math.sin(turn);
                double py = y - r * Math.cos(turn);
                if (step == 0) {
                    line.moveTo(px, py);
                } else {
                    line.lineTo(px, py);
                }
            }
            line.closePath();
            g.draw(line);
        }
    }

    /** A coil of two turns, a tube along its foot, a bell to the right, a mouthpiece to the left; a little aslant. */
    private static void horn(Graphics2D graphics, double x, double y, double size) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.rotate(Math.toRadians(-14), x, y);
        double coil = size * 0.43;
        double tube = size * 0.11;
        double foot = y + size * 0.34;
        g.setStroke(new BasicStroke((float) tube, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(new Ellipse2D.Double(x - coil, foot - 2 * coil, 2 * coil, 2 * coil));
        double inner = coil - tube * 1.65;
        g.setStroke(new BasicStroke((float) (tube * 0.8), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(new Ellipse2D.Double(x - inner, foot - coil - inner, 2 * inner, 2 * inner));
        Path2D bell = new Path2D.Double();
        bell.moveTo(x - size * 0.9, foot - tube * 0.3);
        bell.lineTo(x, foot - tube / 2);
        bell.curveTo(x + size * 0.5, foot - tube * 0.6, x + size * 0.74, foot - tube * 1.3, x + size * 0.98,
                foot - tube * 3.3);
        bell.quadTo(x + size * 1.1, foot, x + size * 0.98, foot + tube * 3.3);
        bell.curveTo(x + size * 0.74, foot + tube * 1.3, x + size * 0.5, foot + tube * 0.6, x, foot + tube / 2);
        bell.lineTo(x - size * 0.9, foot + tube * 0.3);
        bell.closePath();
        g.fill(bell);
        Path2D mouth = new Path2D.Double();
        mouth.moveTo(x - size * 0.86, foot - tube * 0.3);
        mouth.lineTo(x - size * 1.02, foot - tube * 1.1);
        mouth.lineTo(x - size * 1.02, foot + tube * 1.1);
        mouth.lineTo(x - size * 0.86, foot + tube * 0.3);
        mouth.closePath();
        g.fill(mouth);
        g.dispose();
    }
}
