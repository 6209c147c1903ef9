package org.stampwright.webstart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.drawing.StampDrawing;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.paper.BlankStock;
import org.stampwright.paper.PrintJob;

/**
 * The sheet as it lies in the printer: first an example with the place of the number, then the real one with the labels
 * that will be printed. Stamps are shown as specimens: the signed ones are for the paper, not for a screen.
 */
final class SheetPicture extends JComponent {
    private static final int BORDER = 34;
    private static final Color SHADOW = new Color(0, 0, 0, 28);
    private static final Color CHOSEN = new Color(0x1F, 0x4E, 0x8C, 26);
    private static final Color DONE = new Color(0x1E, 0x6B, 0x3A, 210);

    private transient LabelStock stock = LabelStocks.builtIn().find("US-LETTER-25").orElseThrow();
    private transient LabelSerial serial = new LabelSerial("SW12345678");
    private transient List<SignedIndicium> specimens = List.of();
    private boolean example = true;
    private boolean printed;

    SheetPicture() {
        setPreferredSize(new Dimension(520, 600));
        describe("An example of a sheet, with its number in the upper left corner");
    }

    void show(PrintJob job, List<SignedIndicium> stamps) {
        stock = job.labelStock();
        serial = job.serial();
        specimens = stamps.stream().map(stamp -> stamp.content().specimen()).toList();
        example = false;
        describe("Sheet " + serial.grouped() + ", to be printed on: " + job.pieces().stream()
                .map(piece -> "label " + piece.position()).collect(Collectors.joining(", ")));
        repaint();
    }

    void printed() {
        printed = true;
        repaint();
    }

    private void describe(String text) {
        getAccessibleContext().setAccessibleName(text);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Look.DESK);
        g.fillRect(0, 0, getWidth(), getHeight());
        double scale = Math.min((getWidth() - 2.0 * BORDER) / stock.paperWidth(),
                (getHeight() - 2.0 * BORDER) / stock.paperHeight());
        g.translate((getWidth() - stock.paperWidth() * scale) / 2, (getHeight() - stock.paperHeight() * scale) / 2);
        g.scale(scale, scale);
        paintPaper(g);
        if (example) {
            paintPlaceOfNumber(g);
        } else {
            paintStamps(g);
        }
        g.dispose();
    }

    private void paintPaper(Graphics2D g) {
        g.setColor(SHADOW);
        g.fill(new RoundRectangle2D.Double(1.2, 1.6, stock.paperWidth(), stock.paperHeight(), 1, 1));
        g.setColor(Look.PAPER);
        g.fill(new Rectangle2D.Double(0, 0, stock.paperWidth(), stock.paperHeight()));
        BlankStock.draw(stock, serial, g);
    }

    private void paintPlaceOfNumber(Graphics2D g) {
        g.setColor(Look.POST_RED);
        g.setStroke(new BasicStroke(1.1f));
        g.draw(new RoundRectangle2D.Double(stock.marginLeft() - 3, 0.4, 84, stock.marginTop() - 0.8, 5, 5));
        RoundRectangle2D bubble = new RoundRectangle2D.Double(stock.marginLeft() + 6, stock.marginTop() + 6, 80, 14, 4, 4);
        Path2D point = new Path2D.Double();
        point.moveTo(stock.marginLeft() + 20, stock.marginTop() + 0.6);
        point.lineTo(stock.marginLeft() + 16, stock.marginTop() + 6.5);
        point.lineTo(stock.marginLeft() + 24, stock.marginTop() + 6.5);
        point.closePath();
        g.fill(bubble);
        g.fill(point);
        g.setColor(Color.WHITE);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont(6.4f));
        g.drawString("The number stands here", (float) stock.marginLeft() + 10, (float) stock.marginTop() + 15.2f);
    }

    private void paintStamps(Graphics2D g) {
        for (SignedIndicium specimen : specimens) {
            int position = specimen.content().labelPosition();
            Rectangle2D label = stock.label(position);
            double arc = stock.cornerRadius() * 2;
            RoundRectangle2D frame = new RoundRectangle2D.Double(label.getX(), label.getY(), label.getWidth(),
                    label.getHeight(), arc, arc);
            g.setColor(CHOSEN);
            g.fill(frame);
            StampDrawing.of(specimen).draw(g, stock.stampArea(position));
            g.setColor(printed ? Look.GOOD : Look.POST_BLUE);
            g.setStroke(new BasicStroke(0.8f));
            g.draw(frame);
            if (printed) {
                paintTick(g, label);
            }
        }
    }

    private static void paintTick(Graphics2D g, Rectangle2D label) {
        double size = Math.min(label.getWidth(), label.getHeight()) * 0.32;
        double x = label.getMaxX() - size * 1.15;
        double y = label.getY() + size * 0.15;
        g.setColor(DONE);
        g.fill(new Ellipse2D.Double(x, y, size, size));
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke((float) (size * 0.12), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D tick = new Path2D.Double();
        tick.moveTo(x + size * 0.27, y + size * 0.52);
        tick.lineTo(x + size * 0.44, y + size * 0.68);
        tick.lineTo(x + size * 0.74, y + size * 0.34);
        g.draw(tick);
    }
}
