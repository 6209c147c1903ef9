package org.stampwright.indicium.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A post horn on a rosette of fine lines (guilloche). */
final class PostHorn implements StampDesign.Vignette {

    private static final int STRANDS = 6;
    private static final int PETALS = 20;
    private static final int STEPS = 960;
    /** How far the rosette's lines reach inwards, as a fraction of its radius. */
    private static final double INNER = 0.69;

    private static final double GROUND = 0.67;
    /** The distance of the tube below the centre, as a fraction of the horn's size. */
    private static final double TUBE = 0.28;

    private static final double COIL = 0.47;
    private static final double ASLANT = Math.toRadians(-13);

    @Override
    public void draw(Graphics2D g, Rectangle2D within, Color ink) {
        double radius = Math.min(within.getWidth(), within.getHeight()) / 2 - Ribbon.HAIRLINE;
        double x = within.getCenterX();
        double y = within.getCenterY();
        g.setColor(ink);
        rosette(g, x, y, radius);
        double ground = radius * GROUND;
        g.setColor(Color.WHITE);
        g.fill(circle(x, y, ground));
        g.setColor(ink);
        g.setStroke(new BasicStroke((float) (radius * 0.035)));
        g.draw(circle(x, y, ground));
        horn(g, x, y, ground * 0.93);
    }

    /** Draws waves around the centre, each shifted against the one before and every second one half as deep. */
    private static void rosette(Graphics2D g, double x, double y, double radius) {
        g.setStroke(new BasicStroke(Ribbon.HAIRLINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int strand = 0; strand < STRANDS; strand++) {
            Path2D line = new Path2D.Double();
            for (int step = 0; step < STEPS; step++) {
                double turn = 2 * Math.PI * step / STEPS;
                double wave = Math.cos(PETALS * turn + 2 * Math.PI * strand / STRANDS);
                double depth = (1 - INNER) / 2 * (0.8 + 0.2 * Math.cos(2 * PETALS * turn));
                double r = radius * ((1 + INNER) / 2 + depth * wave);
                lineTo(line, x + r * Math.sin(turn), y - r * Math.cos(turn));
            }
            line.closePath();
            g.draw(line);
        }
    }

    private static void lineTo(Path2D line, double x, double y) {
        if (line.getCurrentPoint() == null) {
            line.moveTo(x, y);
        } else {
            line.lineTo(x, y);
        }
    }

    /**
     * Draws a coil of two turns on a tube from the mouthpiece, left, to the bell, right, with two tassels, slightly
     * rotated.
     */
    private static void horn(Graphics2D graphics, double x, double y, double size) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.translate(x, y);
        g.scale(size, size);
        g.rotate(ASLANT);
        coil(g, COIL, 0.11f);
        coil(g, 0.31, 0.085f);
        g.fill(tube());
        g.fill(mouthpiece());
        tassel(g, -0.40, -6);
        tassel(g, -0.17, 6);
        g.dispose();
    }

    /** Draws a turn that touches the tube. */
    private static void coil(Graphics2D g, double radius, float thickness) {
        g.setStroke(new BasicStroke(thickness));
        g.draw(circle(0, TUBE - COIL, radius));
    }

    private static Path2D tube() {
        Path2D tube = new Path2D.Double();
        tube.moveTo(-0.84, TUBE - 0.035);
        tube.lineTo(0, TUBE - 0.0625);
        tube.curveTo(0.42, TUBE - 0.07, 0.62, TUBE - 0.14, 0.80, TUBE - 0.36);
        tube.quadTo(0.92, TUBE, 0.80, TUBE + 0.36);
        tube.curveTo(0.62, TUBE + 0.14, 0.42, TUBE + 0.07, 0, TUBE + 0.0625);
        tube.lineTo(-0.84, TUBE + 0.035);
        tube.closePath();
        return tube;
    }

    private static Path2D mouthpiece() {
        Path2D cup = new Path2D.Double();
        cup.moveTo(-0.80, TUBE - 0.035);
        cup.lineTo(-0.94, TUBE - 0.12);
        cup.lineTo(-0.94, TUBE + 0.12);
        cup.lineTo(-0.80, TUBE + 0.035);
        cup.closePath();
        return cup;
    }

    /** Draws a cord that hangs from the tube, vertical at any rotation of the horn. */
    private static void tassel(Graphics2D graphics, double at, double degrees) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.translate(at, TUBE);
        g.rotate(Math.toRadians(degrees) - ASLANT);
        Path2D cord = new Path2D.Double();
        cord.moveTo(-0.018, 0);
        cord.lineTo(0.018, 0);
        cord.lineTo(0.018, 0.17);
        cord.lineTo(0.065, 0.40);
        cord.lineTo(-0.065, 0.40);
        cord.lineTo(-0.018, 0.17);
        cord.closePath();
        g.fill(cord);
        g.dispose();
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
