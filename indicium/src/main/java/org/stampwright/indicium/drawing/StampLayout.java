package org.stampwright.indicium.drawing;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.symbol.StampSymbol;

/**
 * The positions of all parts of one stamp in an area, and the size of its letters. There are two forms. An area's form
 * depends only on its size and the needs of the longest content, so that all stamps of a sheet look alike.
 *
 * @param symbolLeft of the symbol's quiet zone
 * @param symbolTop of the same
 * @param vignette the place of the vendor's picture
 * @param ribbon the place of the ribbon, if there is room for one
 * @param text all that is written, and the rules
 */
record StampLayout(double symbolLeft, double symbolTop, Rectangle2D vignette, Optional<Rectangle2D> ribbon, Pen text) {

    /** The minimum height of a capital, in mm: ten dots of a printer of 300 dots per inch. */
    static final double LEAST_CAPITAL = 25.4 * 10 / 300;
    /** The minimum size of the vendor's picture, in mm. */
    private static final double LEAST_VIGNETTE = 6;

    private static final double PADDING = 1.7;
    private static final double GUTTER = 1.2;
    /** The free space above and below the vignette of an upright stamp. */
    private static final double ROUND_VIGNETTE = 2.4;

    private static final double HIGHEST_RIBBON = 2.8;
    private static final double LEAST_RIBBON = 1.4;
    private static final double RIBBON_ABOVE_RULE = 0.45;
    private static final double TOLERANCE = 1e-6;

    /** Returns the form that fits this area; empty if neither does. */
    static Optional<StampLayout> of(StampDrawing drawing, Rectangle2D area) {
        Rectangle2D size = new Rectangle2D.Double(0, 0, area.getWidth(), area.getHeight());
        StampDrawing longest = Wording.longest();
        if (size.getWidth() >= size.getHeight() && across(longest, size).fits(size)) {
            return Optional.of(across(drawing, area));
        }
        return upright(longest, size).fits(size) ? Optional.of(upright(drawing, area)) : Optional.empty();
    }

    private boolean fits(Rectangle2D area) {
        return text.smallestCapital() >= LEAST_CAPITAL - TOLERANCE
                && vignette.getWidth() >= LEAST_VIGNETTE
                && text.staysWithin(area)
                && area.contains(symbolLeft, symbolTop, StampSymbol.WIDTH_MM, StampSymbol.WIDTH_MM)
                && area.contains(vignette);
    }

    /** Places the symbol at the right, all else beside it. */
    private static StampLayout across(StampDrawing drawing, Rectangle2D area) {
        IndiciumContent content = drawing.indicium().content();
        double symbolLeft = area.getMaxX() - StampSymbol.WIDTH_MM - 0.6;
        double left = area.getX() + PADDING;
        double right = symbolLeft - 0.4;
        double top = area.getY() + Math.min(PADDING, area.getHeight() * 0.06);
        double bottom = area.getMaxY() - Math.min(0.9, area.getHeight() * 0.035);
        Pen pen = new Pen();
        double head = StampParts.head(pen, drawing.design(), content, left, right, top);
        double foot = bottom - StampParts.FACT_HEIGHT * 2;
        double side = Math.min(foot - head - 0.8, (right - left) * 0.42);
        StampParts.value(pen, drawing, left, right - side - GUTTER, head, foot);
        pen.ink(drawing.design().ink()).rule(left, foot, right, 0.12);
        factsInTwoColumns(pen, content, left, right, foot);
        return new StampLayout(
                symbolLeft,
                area.getCenterY() - StampSymbol.WIDTH_MM / 2,
                square(right - side, (head + foot - side) / 2, side),
                Optional.empty(),
                pen);
    }

    private static void factsInTwoColumns(Pen pen, IndiciumContent content, double left, double right, double top) {
        double half = (right - left) * 0.44;
        double second = top + StampParts.FACT_HEIGHT;
        StampParts.fact(pen, "DATE", Wording.date(content), left, top, half - GUTTER);
        StampParts.fact(pen, "DEVICE", Wording.device(content), left + half, top, right - left - half);
        StampParts.fact(pen, "LICENCE", content.licence().toString(), left, second, half - GUTTER);
        StampParts.fact(pen, "LABEL", Wording.label(content), left + half, second, right - left - half);
    }

    /** Places the symbol at the lower right, facts beside it, value and vignette above. */
    private static StampLayout upright(StampDrawing drawing, Rectangle2D area) {
        IndiciumContent content = drawing.indicium().content();
        double symbolLeft = area.getMaxX() - StampSymbol.WIDTH_MM - 0.9;
        double symbolTop = area.getMaxY() - StampSymbol.WIDTH_MM - 0.3;
        double left = area.getX() + PADDING;
        double right = area.getMaxX() - PADDING;
        Pen pen = new Pen();
        double head = StampParts.head(pen, drawing.design(), content, left, right, area.getY() + PADDING);
        double rule = symbolTop - 0.6;
        double side = Math.min(rule - head - 0.6, (right - left) * 0.46);
        Optional<Rectangle2D> ribbon = ribbon(left, right, rule, rule - head - side - ROUND_VIGNETTE);
        double foot = ribbon.map(Rectangle2D::getY).orElse(rule);
        StampParts.value(pen, drawing, left, right - side - GUTTER, head, foot);
        pen.ink(drawing.design().ink()).rule(left, rule, right, 0.12);
        factsBelowEachOther(
                pen, content, left, symbolTop - 0.2, symbolLeft - left - 0.2, (area.getMaxY() - 0.5 - symbolTop) / 5);
        return new StampLayout(
                symbolLeft, symbolTop, square(right - side, (head + foot - side) / 2, side), ribbon, pen);
    }

    private static void factsBelowEachOther(
            Pen pen, IndiciumContent content, double left, double top, double room, double step) {
        String[][] facts = {
            {"DATE", Wording.date(content)},
            {"LICENCE", content.licence().toString()},
            {"DEVICE", Wording.device(content)},
            {"LABEL", content.labelSerial().grouped()},
            {"POSITION", content.labelPosition() == 0 ? "SINGLE" : Integer.toString(content.labelPosition())}
        };
        for (int i = 0; i < facts.length; i++) {
            StampParts.fact(pen, facts[i][0], facts[i][1], left, top + i * step, room);
        }
    }

    /** Returns the place for a ribbon that stands on a line, as high as there is room. */
    private static Optional<Rectangle2D> ribbon(double left, double right, double line, double room) {
        double height = Math.min(room, HIGHEST_RIBBON);
        return height < LEAST_RIBBON
                ? Optional.empty()
                : Optional.of(new Rectangle2D.Double(left, line - height, right - left, height - RIBBON_ABOVE_RULE));
    }

    private static Rectangle2D square(double left, double top, double side) {
        return new Rectangle2D.Double(left, top, side, side);
    }
}
