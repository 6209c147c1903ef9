package org.stampwright.indicium.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects lines of text and rules, in millimetres; text that is too wide is shrunk. It draws only at the end, so that
 * the size and extent of the letters are known before.
 */
final class Pen {

    /** How far letters such as a comma or a currency's sign reach below the base line, in ems. */
    private static final double DESCENT = 0.2;

    private record Line(
            Color ink, Lettering letters, String text, double x, double baseline, double em, double spacing) {

        Rectangle2D bounds() {
            double width = letters.width(text, em, spacing);
            return new Rectangle2D.Double(
                    x, baseline - em * Lettering.CAPITAL, width, em * (Lettering.CAPITAL + DESCENT));
        }
    }

    private record Rule(Color ink, double x1, double y, double x2, double thickness) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private Color ink = Color.BLACK;

    Pen ink(Color colour) {
        ink = colour;
        return this;
    }

    /** Adds left-aligned text, no wider than {@code room}. */
    void write(Lettering letters, String text, double x, double baseline, double em, double spacing, double room) {
        lines.add(new Line(ink, letters, text, x, baseline, fitting(letters, text, em, spacing, room), spacing));
    }

    /** Adds text that ends at {@code right}, no wider than {@code room}. */
    void writeRight(
            Lettering letters, String text, double right, double baseline, double em, double spacing, double room) {
        double size = fitting(letters, text, em, spacing, room);
        lines.add(new Line(ink, letters, text, right - letters.width(text, size, spacing), baseline, size, spacing));
    }

    void rule(double x1, double y, double x2, double thickness) {
        rules.add(new Rule(ink, x1, y, x2, thickness));
    }

    /** Returns the height of a capital in the smallest line; negative if there is no room at all. */
    double smallestCapital() {
        return lines.stream()
                .mapToDouble(line -> line.em() * Lettering.CAPITAL)
                .min()
                .orElse(0);
    }

    /** Returns whether every line lies within the area. */
    boolean staysWithin(Rectangle2D area) {
        return lines.stream().allMatch(line -> area.contains(line.bounds()));
    }

    void draw(Graphics2D g) {
        for (Rule rule : rules) {
            g.setColor(rule.ink());
            g.setStroke(new BasicStroke((float) rule.thickness(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            g.draw(new Line2D.Double(rule.x1(), rule.y(), rule.x2(), rule.y()));
        }
        for (Line line : lines) {
            g.setColor(line.ink());
            g.fill(line.letters().outline(line.text(), line.x(), line.baseline(), line.em(), line.spacing()));
        }
    }

    static double fitting(Lettering letters, String text, double em, double spacing, double room) {
        return Math.min(em, em * room / Math.max(letters.width(text, em, spacing), 1e-6));
    }
}
