package org.stampwright.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.stampwright.indicium.drawing.Lettering;
import org.stampwright.indicium.stock.LabelStock;

/** Outlines and letters in millimetres, for pages that are not stamps. */
final class Lines {
    static final Color FAINT = new Color(0x9A, 0xA3, 0xB0);

    private Lines() {
    }

    static void line(Graphics2D g, double x1, double y1, double x2, double y2, double width) {
        g.setStroke(new BasicStroke((float) width));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    static void outline(Graphics2D g, LabelStock stock, int position) {
        Rectangle2D label = stock.label(position);
        double arc = stock.cornerRadius() * 2;
        g.setColor(FAINT);
        g.setStroke(new BasicStroke(0.15f));
        g.draw(new RoundRectangle2D.Double(label.getX(), label.getY(), label.getWidth(), label.getHeight(), arc, arc));
    }

    /** Text as outlines, capitals this high, starting here on the base line. */
    static void text(Graphics2D g, Lettering letters, String text, double x, double y, double capitals) {
        g.setColor(Color.BLACK);
        g.fill(letters.outline(text, x, y, capitals / Lettering.CAPITAL, 0));
    }

    static void centred(Graphics2D g, Lettering letters, String text, double centre, double y, double capitals) {
        text(g, letters, text, centre - letters.width(text, capitals / Lettering.CAPITAL, 0) / 2, y, capitals);
    }
}
