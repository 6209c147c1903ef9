package org.stampwright.paper;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.drawing.Lettering;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.SerialHead;

/**
 * Blank label stock as a PDF: the printing that a vendor orders before consumers get the labels. A sheet carries its
 * serial number in the top margin, as Code 128 and as text, and on each label number and position; a single label
 * carries both itself.
 */
public final class BlankStock {
    private static final double HIGHEST_CAPITALS = 1.8;
    private static final double BESIDE_LINE = 1;
    /** The distance between the text and the cut, in mm: labels are never cut exactly where they should be. */
    private static final double FROM_CUT = 1;

    private BlankStock() {}

    /** Returns one page for each serial number, in order. */
    public static byte[] bytes(LabelStock stock, List<LabelSerial> serials) throws IOException {
        try (PDDocument document = PaperPage.document("Blank label stock " + stock.code())) {
            for (LabelSerial serial : serials) {
                PaperPage.add(document, stock, graphics -> draw(stock, serial, graphics));
            }
            return PaperPage.bytes(document);
        }
    }

    /** Draws one sheet; one unit of the graphics is one millimetre. */
    public static void draw(LabelStock stock, LabelSerial serial, Graphics2D graphics) {
        for (int position : stock.positions()) {
            Lines.outline(graphics, stock, position);
        }
        if (stock.isSingle()) {
            single(stock, serial, graphics);
            return;
        }
        head(stock, serial, graphics);
        for (int position : stock.positions()) {
            line(serial.grouped() + "  ·  " + position, stock.serialStrip(position), graphics);
        }
    }

    /** Draws a line of text as large as the strip is high, but never wider than it. */
    private static void line(String text, Rectangle2D strip, Graphics2D graphics) {
        double high = Math.min(HIGHEST_CAPITALS, strip.getHeight() - FROM_CUT - 0.3);
        double wide = (strip.getWidth() - 2 * BESIDE_LINE) / Lines.width(Lettering.MEDIUM, text, 1);
        Lines.centred(
                graphics, Lettering.MEDIUM, text, strip.getCenterX(), strip.getMaxY() - FROM_CUT, Math.min(high, wide));
    }

    private static void head(LabelStock stock, LabelSerial serial, Graphics2D graphics) {
        SerialHead head = SerialHead.of(stock);
        double left = head.left();
        if (head.bars()) {
            Lines.barcode(graphics, serial, left, head.top(), head.height());
            left += Lines.barcodeWidth(serial);
        }
        double middle = head.top() + head.height() / 2;
        Lines.text(
                graphics,
                Lettering.BOLD,
                serial.grouped(),
                left + SerialHead.GAP,
                middle + SerialHead.CAPITALS / 2,
                SerialHead.CAPITALS);
        double after = left + 6 + Lines.width(Lettering.BOLD, serial.grouped(), SerialHead.CAPITALS);
        String words = "serial number of this sheet";
        if (after + Lines.width(Lettering.MEDIUM, words, 2) < stock.paperWidth()) {
            Lines.text(graphics, Lettering.MEDIUM, words, after, middle + 1, 2);
        }
    }

    private static void single(LabelStock stock, LabelSerial serial, Graphics2D graphics) {
        Rectangle2D strip = stock.serialStrip(0);
        double bars = strip.getHeight() * 0.56;
        double width = Lines.barcodeWidth(serial);
        Lines.barcode(graphics, serial, strip.getCenterX() - width / 2, strip.getY(), bars);
        double capitals = Math.min(1.9, strip.getHeight() * 0.24);
        Lines.centred(
                graphics, Lettering.MEDIUM, serial.grouped(), strip.getCenterX(), strip.getMaxY() - FROM_CUT, capitals);
    }
}
