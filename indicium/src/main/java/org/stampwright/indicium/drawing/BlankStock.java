package org.stampwright.indicium.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.symbol.SerialBarcode;

/**
 * Draws what is pre-printed on label stock: at the foot of each label its serial number and position, and the serial
 * number once as Code 128, above the labels of a sheet or at the foot of a single label. For tests, and for vendors who
 * print their own. One user unit is one millimetre, as with {@link StampDrawing}.
 *
 * @param stock which
 * @param serial of this sheet or label
 * @param cuts whether to draw where the labels are cut, for paper that is not cut
 */
public record BlankStock(LabelStock stock, LabelSerial serial, boolean cuts) {

    private static final double SERIAL_EM = 2.1;
    private static final double BARS_IN_STRIP = 4.2;
    private static final double EDGE = 1.6;
    private static final Color CUT = new Color(0x9A, 0xA3, 0xAE);

    /** Draws the whole sheet or label; the graphics are left as they were found. */
    public void draw(Graphics2D graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (int position : stock.positions()) {
            drawCut(g, stock.label(position));
            drawFoot(new Pen(g).ink(Color.BLACK), stock.serialStrip(position), position);
        }
        drawBars(g);
        g.dispose();
    }

    private void drawCut(Graphics2D g, Rectangle2D label) {
        if (cuts) {
            double arc = stock.cornerRadius() * 2;
            g.setColor(CUT);
            g.setStroke(new BasicStroke(0.1f));
            g.draw(new RoundRectangle2D.Double(label.getX(), label.getY(), label.getWidth(), label.getHeight(), arc, arc));
        }
    }

    private void drawFoot(Pen pen, Rectangle2D strip, int position) {
        double baseline = strip.getMaxY() - 0.9;
        double room = strip.getWidth() - 2 * EDGE;
        if (stock.isSingle()) {
            pen.writeCentred(Lettering.BOLD, serial.grouped(), strip.getCenterX(), baseline, SERIAL_EM, 0.05, room);
            return;
        }
        pen.write(Lettering.MEDIUM, serial.grouped(), strip.getX() + EDGE, baseline, SERIAL_EM * 0.9, 0.05, room * 0.8);
        pen.writeRight(Lettering.BLACK, Integer.toString(position), strip.getMaxX() - EDGE, baseline, SERIAL_EM, 0,
                room * 0.18);
    }

    /** On a sheet in the middle of its upper margin, with the number beside it; on a single label in its strip. */
    private void drawBars(Graphics2D g) {
        if (stock.isSingle()) {
            drawBars(g, stock.paperWidth() / 2, stock.serialStrip(0).getY() + 0.3, BARS_IN_STRIP);
        } else if (stock.marginTop() > 2 * EDGE + 2) {
            double height = Math.min(stock.marginTop() - 2 * EDGE, 6);
            double right = drawBars(g, stock.paperWidth() / 2, EDGE, height);
            new Pen(g).ink(Color.BLACK).write(Lettering.BOLD, serial.grouped(), right + 3, EDGE + height * 0.5 + 1.1, 3, 0.05,
                    stock.paperWidth() / 3);
        }
    }

    /** Draws the bars around a middle; answers where they end. */
    private double drawBars(Graphics2D g, double centre, double top, double height) {
        SerialBarcode barcode = SerialBarcode.of(serial);
        double dot = SerialBarcode.MODULE_MM / 3;
        double left = Math.round((centre - barcode.modules() * SerialBarcode.MODULE_MM / 2) / dot) * dot;
        Path2D bars = new Path2D.Double();
        for (int i = 0; i < barcode.modules(); i++) {
            if (barcode.get(i)) {
                int first = i;
                while (i + 1 < barcode.modules() && barcode.get(i + 1)) {
                    i++;
                }
                bars.append(new Rectangle2D.Double(left + first * SerialBarcode.MODULE_MM, top,
                        (i + 1 - first) * SerialBarcode.MODULE_MM, height), false);
            }
        }
        g.setColor(Color.BLACK);
        g.fill(bars);
        return left + barcode.modules() * SerialBarcode.MODULE_MM;
    }
}
