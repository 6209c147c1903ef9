package org.stampwright.indicium.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/** Writes lines of text, shrunk where they would not fit, and rules, in millimetres. */
final class Pen {

    private final Graphics2D g;

    Pen(Graphics2D g) {
        this.g = g;
    }

    Pen ink(Color colour) {
        g.setColor(colour);
        return this;
    }

    /** Writes from the left, no wider than {@code room}; answers where the text ended. */
    double write(Lettering letters, String text, double x, double baseline, double em, double spacing, double room) {
        double size = fitting(letters, text, em, spacing, room);
        g.fill(letters.outline(text, x, baseline, size, spacing));
        return x + letters.width(text, size, spacing);
    }

    /** Writes up to the right edge {@code right}, no wider than {@code room}. */
    void writeRight(Lettering letters, String text, double right, double baseline, double em, double spacing, double room) {
        double size = fitting(letters, text, em, spacing, room);
        g.fill(letters.outline(text, right - letters.width(text, size, spacing), baseline, size, spacing));
    }

    /** Writes around the middle {@code centre}, no wider than {@code room}. */
    void writeCentred(Lettering letters, String text, double centre, double baseline, double em, double spacing,
            double room) {
        double size = fitting(letters, text, em, spacing, room);
        g.fill(letters.outline(text, centre - letters.width(text, size, spacing) / 2, baseline, size, spacing));
    }

    void rule(double x1, double y, double x2, double thickness) {
        g.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER));
        g.draw(new Line2D.Double(x1, y, x2, y));
    }

    static double fitting(Lettering letters, String text, double em, double spacing, double room) {
        return Math.min(em, em * room / Math.max(letters.width(text, em, spacing), 1e-6));
    }
}
