package org.stampwright.indicium.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.symbol.StampSymbol;

/**
 * Draws one stamp into a rectangle of a label. One user unit is one millimetre and the origin is the paper's upper left
 * corner: scale the graphics by {@code dpi / 25.4} for a picture, by {@code 72 / 25.4} for a printer or a PDF. A
 * specimen is marked as such across the whole stamp.
 *
 * @param indicium what is drawn
 * @param design the vendor's
 * @param rate name of the rate for people, like "First-Class Letter"; its category stands beside it
 */
public record StampDrawing(SignedIndicium indicium, StampDesign design, String rate) {

    /** The minimum height of a capital in mm: ten dots of a printer of 300 dots per inch. */
    public static final double LEAST_CAPITAL = StampLayout.LEAST_CAPITAL;

    private static final double DOT_MM = 25.4 / 300;
    private static final Color SPECIMEN_INK = new Color(0xD0, 0x1C, 0x2E, 0x70);

    /** Returns a drawing in the design of this system, with the rate named by its category. */
    public static StampDrawing of(SignedIndicium indicium) {
        return new StampDrawing(
                indicium, StampDesign.STAMPWRIGHT, indicium.content().rateCategory());
    }

    /**
     * Returns whether an area of this size has room for the longest stamp with no letter lower than
     * {@link #LEAST_CAPITAL}.
     *
     * @param width in mm
     * @param height in mm
     */
    public static boolean fits(double width, double height) {
        return StampLayout.of(Wording.longest(), new Rectangle2D.Double(0, 0, width, height))
                .isPresent();
    }

    /**
     * Draws the stamp. A rate's name that would be lower than {@link #LEAST_CAPITAL} is omitted, because its category
     * is always printed. A vendor's name of more than eleven letters may become smaller.
     *
     * @param graphics one unit a millimetre; its state is restored
     * @param area see {@code LabelStock.stampArea}
     * @throws IllegalArgumentException if a stamp does not {@linkplain #fits fit} the area; nothing is drawn then
     */
    public void draw(Graphics2D graphics, Rectangle2D area) {
        StampLayout layout = StampLayout.of(this, area)
                .orElseThrow(() -> new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "an area of %.2f by %.2f mm has no room for a stamp",
                        area.getWidth(),
                        area.getHeight())));
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawSymbol(g, layout.symbolLeft(), layout.symbolTop());
        layout.ribbon().ifPresent(ribbon -> Ribbon.draw(g, design.ink(), ribbon));
        design.vignette().draw(g, layout.vignette(), design.ink());
        layout.text().draw(g);
        if (indicium.isSpecimen()) {
            overprint(g, area);
        }
        g.dispose();
    }

    /** Draws the symbol with the corner of its quiet zone here, aligned to whole dots. */
    private void drawSymbol(Graphics2D g, double left, double top) {
        double quiet = StampSymbol.QUIET_ZONE * StampSymbol.MODULE_MM;
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(left, top, StampSymbol.WIDTH_MM, StampSymbol.WIDTH_MM));
        g.setColor(Color.BLACK);
        g.fill(SymbolOutline.of(
                StampSymbol.of(indicium), onDot(left + quiet), onDot(top + quiet), StampSymbol.MODULE_MM));
    }

    private static double onDot(double mm) {
        return Math.round(mm / DOT_MM) * DOT_MM;
    }

    /** Draws diagonally from corner to corner, as large as the area allows. */
    private static void overprint(Graphics2D g, Rectangle2D area) {
        String word = "SPECIMEN";
        Path2D path = Lettering.BLACK.outline(
                word, -Lettering.BLACK.width(word, 1, 0.06) / 2, Lettering.CAPITAL / 2, 1, 0.06);
        double angle = -Math.atan2(area.getHeight(), area.getWidth());
        Rectangle2D turned = path.createTransformedShape(AffineTransform.getRotateInstance(angle))
                .getBounds2D();
        double em = Math.min(area.getWidth() / turned.getWidth(), area.getHeight() / turned.getHeight()) * 0.97;
        AffineTransform place = AffineTransform.getTranslateInstance(area.getCenterX(), area.getCenterY());
        place.scale(em, em);
        place.translate(-turned.getCenterX(), -turned.getCenterY());
        place.rotate(angle);
        g.setColor(SPECIMEN_INK);
        g.fill(path.createTransformedShape(place));
    }
}
