package org.stampwright.indicium.stock;

/**
 * The place in the top margin of a sheet where its serial number is pre-printed as text and, where they get high enough
 * there, as bars before it. All lengths are millimetres, measured from the paper's upper left corner.
 *
 * @param left where the bar code's quiet zone, or the text, begins
 * @param top upper end of the bars
 * @param height of the bars, and of the line that the text is centred in
 * @param bars whether there is room for them
 */
public record SerialHead(double left, double top, double height, boolean bars) {

    /** Width of the longest bar code of a serial number (13 symbols of Code 128 and the stop) with its quiet zones. */
    public static final double BARS_WIDTH = (13 * 11 + 13 + 2 * 10) * 25.4 * 3 / 300;
    /** Height of the text's capitals. */
    public static final double CAPITALS = 3;
    /** Between bars and text. */
    public static final double GAP = 2;

    /** Many printers leave as much of the paper's edge blank. */
    private static final double UNPRINTABLE = 4.2;

    private static final double QUIET_ZONE = 10 * 25.4 * 3 / 300;
    /** What is left free of the margin at either end in any case. */
    private static final double FREE = 1.2;

    private static final double LEAST_BARS = 4;
    private static final double HIGHEST_BARS = 5.6;
    /** Eleven letters W and two hyphens, capitals so high. */
    private static final double WIDEST_TEXT = 52;

    /** Needed of a sheet's top margin, for the text alone. */
    static final double LEAST_MARGIN = CAPITALS + 2 * FREE;

    /** The place on a kind of sheet. */
    public static SerialHead of(LabelStock stock) {
        double left = left(stock.marginLeft());
        double margin = stock.marginTop();
        boolean bars = margin >= LEAST_BARS + 2 * FREE;
        double top = bars ? Math.min(UNPRINTABLE, margin - FREE - LEAST_BARS) : FREE;
        return new SerialHead(left, top, Math.min(HIGHEST_BARS, margin - FREE - top), bars);
    }

    /** What bars and text need of the paper's width. */
    static double leastWidth(double marginLeft) {
        return left(marginLeft) + BARS_WIDTH + GAP + WIDEST_TEXT;
    }

    private static double left(double marginLeft) {
        return Math.max(marginLeft, UNPRINTABLE - QUIET_ZONE);
    }
}
