package org.stampwright.indicium.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.symbol.StampSymbol;

/**
 * Draws one stamp into a rectangle of a label. One user unit is one millimetre and the origin is the paper's upper left
 * corner: scale the graphics by {@code dpi / 25.4} for a picture, by {@code 72 / 25.4} for a printer or a PDF. A
 * specimen says so across everything.
 *
 * @param indicium what is drawn
 * @param design the vendor's
 * @param rate name of the rate for people, like "First-Class Letter"; its category stands beside it
 */
public record StampDrawing(SignedIndicium indicium, StampDesign design, String rate) {

    private static final double DOT_MM = 25.4 / 300;
    private static final double PADDING = 1.7;
    private static final double GUTTER = 1.2;
    /** What is left free above and below the vignette of an upright stamp. */
    private static final double ROUND_VIGNETTE = 2.4;
    private static final double HIGHEST_RIBBON = 2.8;
    private static final double LEAST_RIBBON = 1.4;
    private static final double RIBBON_ABOVE_RULE = 0.45;
    private static final Color SPECIMEN_INK = new Color(0xD0, 0x1C, 0x2E, 0x70);

    /** In the design of this system, the rate named by its category. */
    public static StampDrawing of(SignedIndicium indicium) {
        return new StampDrawing(indicium, StampDesign.STAMPWRIGHT, indicium.content().rateCategory());
    }

    /**
     * Draws the stamp.
     *
     * @param graphics one unit a millimetre; left as it was found
     * @param area see {@code LabelStock.stampArea}, at least as large as a symbol with its quiet zone
     */
    public void draw(Graphics2D graphics, Rectangle2D area) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        if (area.getWidth() >= area.getHeight()) {
            drawAcross(g, area);
        } else {
            drawUpright(g, area);
        }
        if (indicium.isSpecimen()) {
            overprint(g, area);
        }
        g.dispose();
    }

    /** The symbol to the right, all else beside it. */
    private void drawAcross(Graphics2D g, Rectangle2D area) {
        double symbolLeft = area.getMaxX() - StampSymbol.WIDTH_MM - 0.6;
        drawSymbol(g, symbolLeft, area.getCenterY() - StampSymbol.WIDTH_MM / 2);
        double left = area.getX() + PADDING;
        double right = symbolLeft - 0.4;
        double top = area.getY() + Math.min(PADDING, area.getHeight() * 0.06);
        double bottom = area.getMaxY() - Math.min(0.9, area.getHeight() * 0.035);
        Pen pen = new Pen(g);
        double head = StampParts.head(pen, design, indicium.content(), left, right, top);
        double foot = bottom - StampParts.FACT_HEIGHT * 2;
        double side = Math.min(foot - head - 0.8, (right - left) * 0.42);
        design.vignette().draw(g, new Rectangle2D.Double(right - side, (head + foot - side) / 2, side, side), design.ink());
        StampParts.value(pen, this, left, right - side - GUTTER, head, foot);
        pen.ink(design.ink()).rule(left, foot, right, 0.12);
        double half = (right - left) * 0.44;
        IndiciumContent content = indicium.content();
        StampParts.fact(pen, "DATE", Wording.date(content), left, foot, half - GUTTER);
        StampParts.fact(pen, "DEVICE", Wording.device(content), left + half, foot, right - left - half);
        StampParts.fact(pen, "LICENCE", content.licence().toString(), left, foot + StampParts.FACT_HEIGHT, half - GUTTER);
        StampParts.fact(pen, "LABEL", Wording.label(content), left + half, foot + StampParts.FACT_HEIGHT,
                right - left - half);
    }

    /** The symbol at the lower right, facts beside it, value and vignette above. */
    private void drawUpright(Graphics2D g, Rectangle2D area) {
        double symbolLeft = area.getMaxX() - StampSymbol.WIDTH_MM - 0.9;
        double symbolTop = area.getMaxY() - StampSymbol.WIDTH_MM - 0.3;
        drawSymbol(g, symbolLeft, symbolTop);
        double left = area.getX() + PADDING;
        double right = area.getMaxX() - PADDING;
        Pen pen = new Pen(g);
        double head = StampParts.head(pen, design, indicium.content(), left, right, area.getY() + PADDING);
        double rule = symbolTop - 0.6;
        double side = Math.min(rule - head - 0.6, (right - left) * 0.46);
        double foot = rule - ribbon(g, left, right, rule, rule - head - side - ROUND_VIGNETTE);
        design.vignette().draw(g, new Rectangle2D.Double(right - side, (head + foot - side) / 2, side, side), design.ink());
        StampParts.value(pen, this, left, right - side - GUTTER, head, foot);
        pen.ink(design.ink()).rule(left, rule, right, 0.12);
        IndiciumContent content = indicium.content();
        double room = symbolLeft - left - 0.2;
        double step = (area.getMaxY() - 0.5 - symbolTop) / 5;
        String[][] facts = {{"DATE", Wording.date(content)}, {"LICENCE", content.licence().toString()},
            {"DEVICE", content.manufacturer() + content.model() + " " + content.psdSerial()},
            {"LABEL", content.labelSerial().grouped()},
            {"POSITION", content.labelPosition() == 0 ? "SINGLE" : Integer.toString(content.labelPosition())}};
        for (int i = 0; i < facts.length; i++) {
            StampParts.fact(pen, facts[i][0], facts[i][1], left, symbolTop - 0.2 + i * step, room);
        }
    }

    /** A ribbon that stands on a line, as high as there is room for; answers how much of it that takes. */
    private double ribbon(Graphics2D g, double left, double right, double line, double room) {
        double height = Math.min(room, HIGHEST_RIBBON);
        if (height < LEAST_RIBBON) {
            return 0;
        }
        Ribbon.draw(g, design.ink(), left, right, line - height, line - RIBBON_ABOVE_RULE);
        return height;
    }

    /** Draws the symbol with its quiet zone's corner here, moved to whole dots. */
    private void drawSymbol(Graphics2D g, double left, double top) {
        double quiet = StampSymbol.QUIET_ZONE * StampSymbol.MODULE_MM;
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(left, top, StampSymbol.WIDTH_MM, StampSymbol.WIDTH_MM));
        g.setColor(Color.BLACK);
        g.fill(SymbolOutline.of(StampSymbol.of(indicium), onDot(left + quiet), onDot(top + quiet), StampSymbol.MODULE_MM));
    }

    private static double onDot(double mm) {
        return Math.round(mm / DOT_MM) * DOT_MM;
    }

    /** Across from corner to corner, as large as the area holds it. */
    private static void overprint(Graphics2D g, Rectangle2D area) {
        String word = "SPECIMEN";
        Path2D path = Lettering.BLACK.outline(word, -Lettering.BLACK.width(word, 1, 0.06) / 2, Lettering.CAPITAL / 2, 1, 0.06);
        double angle = -Math.atan2(area.getHeight(), area.getWidth());
        Rectangle2D turned = path.createTransformedShape(AffineTransform.getRotateInstance(angle)).getBounds2D();
        double em = Math.min(area.getWidth() / turned.getWidth(), area.getHeight() / turned.getHeight()) * 0.97;
        AffineTransform place = AffineTransform.getTranslateInstance(area.getCenterX(), area.getCenterY());
        place.scale(em, em);
        place.translate(-turned.getCenterX(), -turned.getCenterY());
        place.rotate(angle);
        g.setColor(SPECIMEN_INK);
        g.fill(path.createTransformedShape(place));
    }
}
