package org.stampwright.webstart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JPanel;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.drawing.Lettering;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.paper.BlankStock;
import org.stampwright.paper.PrintJob;
import org.stampwright.paper.SheetPdf;

/**
 * The sheet as it lies in the printer: first an example with the position of the number, then the real one with the
 * labels that will be printed. Stamps are shown as specimens, because signed ones are for paper only.
 */
final class SheetPicture extends JPanel {
    private static final int BORDER = 34;
    private static final Color SHADOW = new Color(0, 0, 0, 28);
    private static final Color CHOSEN = new Color(0x1F, 0x4E, 0x8C, 26);
    private static final String HINT = "The number is here";
    private static final double HINT_EM = 6.6;
    private static final Color DONE = new Color(0x1E, 0x6B, 0x3A, 210);

    private transient LabelStock stock =
            LabelStocks.builtIn().find("US-LETTER-25").orElseThrow();
    private transient LabelSerial serial = new LabelSerial("SW12345678");
    private transient Optional<PrintJob> specimens = Optional.empty();
    private boolean printed;

    SheetPicture() {
        setPreferredSize(new Dimension(520, 600));
        describe("An example of a sheet, with its number in the upper left corner");
    }

    void show(PrintJob job) {
        stock = job.labelStock();
        serial = job.serial();
        specimens = Optional.of(job.asSpecimens());
        describe("Sheet " + serial.grouped() + ", to be printed on: "
                + job.pieces().stream()
                        .map(piece -> "label " + piece.position())
                        .collect(Collectors.joining(", ")));
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
        g.setColor(WindowStyle.DESK);
        g.fillRect(0, 0, getWidth(), getHeight());
        double scale = Math.min(
                (getWidth() - 2.0 * BORDER) / stock.paperWidth(), (getHeight() - 2.0 * BORDER) / stock.paperHeight());
        g.translate((getWidth() - stock.paperWidth() * scale) / 2, (getHeight() - stock.paperHeight() * scale) / 2);
        g.scale(scale, scale);
        paintPaper(g);
        specimens.ifPresentOrElse(job -> paintStamps(g, job), () -> paintPlaceOfNumber(g));
        g.dispose();
    }

    private void paintPaper(Graphics2D g) {
        g.setColor(SHADOW);
        g.fill(new RoundRectangle2D.Double(1.2, 1.6, stock.paperWidth(), stock.paperHeight(), 1, 1));
        g.setColor(WindowStyle.PAPER);
        g.fill(new Rectangle2D.Double(0, 0, stock.paperWidth(), stock.paperHeight()));
        BlankStock.draw(stock, serial, g);
    }

    private void paintPlaceOfNumber(Graphics2D g) {
        double left = stock.marginLeft();
        double top = stock.marginTop();
        double width = Lettering.BOLD.width(HINT, HINT_EM, 0);
        g.setColor(WindowStyle.POST_RED);
        g.setStroke(new BasicStroke(1.1f));
        g.draw(new RoundRectangle2D.Double(left - 2, 0.4, 80, top - 0.8, 5, 5));
        g.fill(new RoundRectangle2D.Double(left + 6, top + 6, width + 10, 14, 4, 4));
        Path2D point = new Path2D.Double();
        point.moveTo(left + 20, top + 0.6);
        point.lineTo(left + 16, top + 6.5);
        point.lineTo(left + 24, top + 6.5);
        point.closePath();
        g.fill(point);
        g.setColor(Color.WHITE);
        g.fill(Lettering.BOLD.outline(HINT, left + 11, top + 15.2, HINT_EM, 0));
    }

    private void paintStamps(Graphics2D g, PrintJob job) {
        g.setColor(CHOSEN);
        job.pieces().forEach(piece -> g.fill(frame(piece.position())));
        SheetPdf.draw(job, stock, g);
        for (PrintJob.Piece piece : job.pieces()) {
            g.setColor(printed ? WindowStyle.GOOD : WindowStyle.POST_BLUE);
            g.setStroke(new BasicStroke(0.8f));
            g.draw(frame(piece.position()));
            if (printed) {
                paintTick(g, stock.label(piece.position()));
            }
        }
    }

    private RoundRectangle2D frame(int position) {
        Rectangle2D label = stock.label(position);
        double arc = stock.cornerRadius() * 2;
        return new RoundRectangle2D.Double(label.getX(), label.getY(), label.getWidth(), label.getHeight(), arc, arc);
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
