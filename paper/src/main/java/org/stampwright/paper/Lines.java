package org.stampwright.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.drawing.Lettering;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.symbol.SerialBarcode;

/** Outlines, text and bars in millimetres, for pages that are not stamps. */
final class Lines {
    static final Color FAINT = new Color(0x9A, 0xA3, 0xB0);
    private static final double EDGE_OF_BARCODE = SerialBarcode.QUIET_ZONE * SerialBarcode.MODULE_MM;

    private Lines() {}

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

    /** Draws text as outlines, with capitals of this height, starting here on the base line. */
    static void text(Graphics2D g, Lettering letters, String text, double x, double y, double capitals) {
        g.setColor(Color.BLACK);
        g.fill(letters.outline(text, x, y, capitals / Lettering.CAPITAL, 0));
    }

    static void centred(Graphics2D g, Lettering letters, String text, double centre, double y, double capitals) {
        text(g, letters, text, centre - letters.width(text, capitals / Lettering.CAPITAL, 0) / 2, y, capitals);
    }

    static double width(Lettering letters, String text, double capitals) {
        return letters.width(text, capitals / Lettering.CAPITAL, 0);
    }

    static double barcodeWidth(LabelSerial serial) {
        return SerialBarcode.of(serial).modules() * SerialBarcode.MODULE_MM + 2 * EDGE_OF_BARCODE;
    }

    /** Draws the bar code of a serial number, quiet zones within the width; drawn in runs so that no hairline shows. */
    static void barcode(Graphics2D g, LabelSerial serial, double left, double top, double height) {
        SerialBarcode bars = SerialBarcode.of(serial);
        g.setColor(Color.BLACK);
        for (int from = 0; from < bars.modules(); from++) {
            int to = from;
            while (to < bars.modules() && bars.get(to)) {
                to++;
            }
            if (to > from) {
                g.fill(new Rectangle2D.Double(
                        left + EDGE_OF_BARCODE + from * SerialBarcode.MODULE_MM,
                        top,
                        (to - from) * SerialBarcode.MODULE_MM,
                        height));
                from = to;
            }
        }
    }
}
