package org.stampwright.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.stampwright.indicium.drawing.Lettering;
import org.stampwright.indicium.stock.LabelStock;

/**
 * The free test page, for plain paper: the outlines of the labels, to compare with a sheet, and a ruler that shows
 * whether the printer scales. It carries no symbol.
 */
public final class TestPage {
    private static final Color INK = new Color(0x1B, 0x2A, 0x41);
    private static final double FROM_EDGE = 15;

    private TestPage() {}

    /** Returns the PDF for one kind of stock. */
    public static byte[] bytes(LabelStock stock) throws IOException {
        try (PDDocument document = PaperPage.document("Test page for " + stock.name())) {
            PaperPage.add(document, stock, graphics -> draw(stock, graphics));
            return PaperPage.bytes(document);
        }
    }

    private static void draw(LabelStock stock, Graphics2D graphics) {
        for (int position : stock.positions()) {
            Lines.outline(graphics, stock, position);
        }
        double room = stock.paperWidth() - 2 * FROM_EDGE;
        if (room >= 100 && stock.paperHeight() >= 100) {
            card(stock, graphics, Math.min(room, 160));
        } else {
            int length = (int) Math.floor((stock.paperWidth() - 10) / 10) * 10;
            ruler(graphics, (stock.paperWidth() - length) / 2, stock.paperHeight() / 2, length);
        }
    }

    private static void card(LabelStock stock, Graphics2D graphics, double width) {
        double left = (stock.paperWidth() - width) / 2;
        double top = stock.paperHeight() / 2 - 32;
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle2D.Double(left, top, width, 64));
        graphics.setColor(INK);
        graphics.setStroke(new BasicStroke(0.4f));
        graphics.draw(new Rectangle2D.Double(left, top, width, 64));
        double centre = stock.paperWidth() / 2;
        Lines.centred(graphics, Lettering.BOLD, "Test page", centre, top + 12, 5);
        String[] lines = {
            "Print this on plain paper at 100 % (\"actual size\", no scaling).",
            "The ruler must be exactly 100 mm long: measure it with a real one.",
            "Then hold the page and a sheet of labels up to the light:",
            "the outlines must match the labels."
        };
        for (int i = 0; i < lines.length; i++) {
            Lines.centred(graphics, Lettering.MEDIUM, lines[i], centre, top + 20 + i * 5, 2.3);
        }
        ruler(graphics, centre - 50, top + 48, 100);
        Lines.centred(graphics, Lettering.MEDIUM, stock.name(), centre, top + 61, 2);
    }

    /** Draws marks at whole millimetres and figures at whole centimetres, hanging from a line. */
    private static void ruler(Graphics2D graphics, double left, double y, int millimetres) {
        graphics.setColor(INK);
        Lines.line(graphics, left, y, left + millimetres, y, 0.2);
        for (int mm = 0; mm <= millimetres; mm++) {
            double length = mm % 10 == 0 ? 5 : mm % 5 == 0 ? 3.5 : 2;
            graphics.setColor(INK);
            Lines.line(graphics, left + mm, y, left + mm, y + length, mm % 10 == 0 ? 0.2 : 0.12);
            if (mm % 10 == 0) {
                Lines.centred(graphics, Lettering.MEDIUM, Integer.toString(mm / 10), left + mm, y + 8, 2);
            }
        }
        Lines.text(graphics, Lettering.MEDIUM, "cm", left + millimetres + 2.5, y + 8, 2);
    }
}
