package org.stampwright.indicium.stock;

/**
 * The place in the top margin of a sheet for its pre-printed serial number, as text and, if there is enough height, as
 * bars before it. All lengths are millimetres, measured from the paper's upper left corner.
 *
 * @param left edge of the bar code's quiet zone, or of the text
 * @param top upper end of the bars
 * @param height of the bars, and of the line in which the text is centred
 * @param bars whether there is room for them
 */
public record SerialHead(double left, double top, double height, boolean bars) {

    /**
     * The width of the longest bar code of a serial number (13 symbols of Code 128 and the stop) with its quiet zones.
     */
    public static final double BARS_WIDTH = (13 * 11 + 13 + 2 * 10) * 25.4 * 3 / 300;
    /** The height of the text's capitals. */
    public static final double CAPITALS = 3;
    /** The gap between bars and text. */
    public static final double GAP = 2;

    /** The edge of the paper that many printers leave blank. */
    private static final double UNPRINTABLE = 4.2;

    private static final double QUIET_ZONE = 10 * 25.4 * 3 / 300;
    /** The minimum free space at either end of the margin. */
    private static final double FREE = 1.2;

    private static final double LEAST_BARS = 4;
    private static final double HIGHEST_BARS = 5.6;
    /** The width of eleven letters W and two hyphens at this height. */
    private static final double WIDEST_TEXT = 52;

    /** The minimum top margin of a sheet, for the text alone. */
    static final double LEAST_MARGIN = CAPITALS + 2 * FREE;

    /** Returns the place on a kind of sheet. */
    public static SerialHead of(LabelStock stock) {
        double left = left(stock.marginLeft());
        double margin = stock.marginTop();
        boolean bars = margin >= LEAST_BARS + 2 * FREE;
        double top = bars ? Math.min(UNPRINTABLE, margin - FREE - LEAST_BARS) : FREE;
        return new SerialHead(left, top, Math.min(HIGHEST_BARS, margin - FREE - top), bars);
    }

    /** Returns the paper width that bars and text need. */
    static double leastWidth(double marginLeft) {
        return left(marginLeft) + BARS_WIDTH + GAP + WIDEST_TEXT;
    }

    private static double left(double marginLeft) {
        return Math.max(marginLeft, UNPRINTABLE - QUIET_ZONE);
    }
}
