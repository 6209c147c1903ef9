package org.stampwright.indicium.stock;

import java.util.Arrays;
import java.util.Locale;
import org.stampwright.indicium.drawing.StampDrawing;
import org.stampwright.indicium.stock.UnusableStock.Flaw;
import org.stampwright.indicium.symbol.StampSymbol;

/** Checks whether stamps can be printed on stock with a given geometry. */
final class Fitness {

    /** The minimum free width beside the symbol and its quiet zone, in mm. */
    static final double BESIDE_SYMBOL = 2;

    /** Lengths are given in finite decimals of inches, so an overlap of a thousandth of a millimetre is none. */
    private static final double TOLERANCE = 0.001;
    /** The maximum paper length; beyond it, sums of lengths would lose the hundredths. */
    private static final double LONGEST = 10_000;

    private static final int MOST_LABELS = 65_535;
    /**
     * For the pre-printed serial number and position of a label on a sheet: one line of legible text, clear of the cut.
     */
    private static final double LEAST_STRIP_OF_A_SHEETS_LABEL = 2.2;
    /** For bars of nearly 3 mm with the serial number as text below them. */
    private static final double LEAST_STRIP_OF_A_SINGLE_LABEL = 5;

    private Fitness() {}

    static void check(
            String code,
            String name,
            double paperWidth,
            double paperHeight,
            int rows,
            int columns,
            double marginLeft,
            double marginTop,
            double pitchX,
            double pitchY,
            double labelWidth,
            double labelHeight,
            double cornerRadius,
            double strip) {
        requireWords(code, name);
        requireNumbers(
                code,
                rows,
                columns,
                paperWidth,
                paperHeight,
                marginLeft,
                marginTop,
                pitchX,
                pitchY,
                labelWidth,
                labelHeight,
                cornerRadius,
                strip);
        require(
                labelWidth > 0 && labelHeight > 0 && cornerRadius * 2 <= Math.min(labelWidth, labelHeight),
                code,
                Flaw.OUT_OF_RANGE,
                "a label must have a size, and corners must fit it");
        require(
                columns == 1 || pitchX >= labelWidth - TOLERANCE,
                code,
                Flaw.OVERLAP,
                "columns are " + pitchX + " mm apart and labels " + labelWidth + " mm wide, so labels overlap");
        require(
                rows == 1 || pitchY >= labelHeight - TOLERANCE,
                code,
                Flaw.OVERLAP,
                "rows are " + pitchY + " mm apart and labels " + labelHeight + " mm high, so labels overlap");
        require(
                marginLeft + (columns - 1) * pitchX + labelWidth <= paperWidth + TOLERANCE,
                code,
                Flaw.OFF_PAPER,
                "its last column reaches beyond the paper's right edge");
        require(
                marginTop + (rows - 1) * pitchY + labelHeight <= paperHeight + TOLERANCE,
                code,
                Flaw.OFF_PAPER,
                "its last row reaches beyond the paper's lower edge");
        requireRoomForStamp(code, labelWidth, labelHeight - strip);
        if (rows * columns == 1) {
            requireRoomForSerialOnLabel(code, labelWidth, strip);
        } else {
            requireRoomForSerialOnSheet(code, paperWidth, marginLeft, marginTop, strip);
        }
    }

    private static void requireWords(String code, String name) {
        require(
                code.matches("[A-Za-z0-9-]{1,32}"),
                code.replaceAll("\\p{Cntrl}", "?"),
                Flaw.OUT_OF_RANGE,
                "a code has 1 to 32 letters, digits and hyphens");
        require(
                !name.isBlank() && name.equals(name.strip()) && name.chars().noneMatch(Character::isISOControl),
                code,
                Flaw.OUT_OF_RANGE,
                "a name has no control characters and no leading or trailing blank");
    }

    private static void requireNumbers(String code, int rows, int columns, double... lengths) {
        require(
                rows >= 1 && columns >= 1 && (long) rows * columns <= MOST_LABELS,
                code,
                Flaw.OUT_OF_RANGE,
                "it must have 1 to 65,535 labels, not " + rows + " by " + columns);
        require(
                Arrays.stream(lengths).allMatch(length -> length >= 0 && length <= LONGEST),
                code,
                Flaw.OUT_OF_RANGE,
                "no length must be negative or above 10 m");
    }

    private static void requireRoomForStamp(String code, double width, double height) {
        double least = StampSymbol.WIDTH_MM + BESIDE_SYMBOL - TOLERANCE;
        require(
                width >= least && height >= least,
                code,
                Flaw.TOO_SMALL,
                "its labels leave under 2 mm beside a symbol of " + StampSymbol.WIDTH_MM + " mm with quiet zone");
        require(
                StampDrawing.fits(width, height),
                code,
                Flaw.NO_ROOM_FOR_TEXT,
                String.format(
                        Locale.ROOT,
                        "beside the symbol its labels have no room for a stamp's text in capitals of %.2f mm",
                        StampDrawing.LEAST_CAPITAL));
    }

    private static void requireRoomForSerialOnLabel(String code, double labelWidth, double strip) {
        require(
                strip >= LEAST_STRIP_OF_A_SINGLE_LABEL - TOLERANCE,
                code,
                Flaw.NO_ROOM_FOR_SERIAL,
                "the strip of a single label must be at least 5 mm high for its serial number, not " + strip);
        require(
                labelWidth >= SerialHead.BARS_WIDTH,
                code,
                Flaw.NO_ROOM_FOR_SERIAL,
                "a single label must be at least 44.8 mm wide for its bar code, not " + labelWidth);
    }

    private static void requireRoomForSerialOnSheet(
            String code, double paperWidth, double marginLeft, double marginTop, double strip) {
        require(
                strip >= LEAST_STRIP_OF_A_SHEETS_LABEL - TOLERANCE,
                code,
                Flaw.NO_ROOM_FOR_SERIAL,
                "the strip must be at least 2.2 mm high for serial number and position, not " + strip);
        require(
                marginTop >= SerialHead.LEAST_MARGIN - TOLERANCE,
                code,
                Flaw.NO_ROOM_FOR_SERIAL,
                "the top margin must be at least 5.4 mm high for the sheet's serial number, not " + marginTop);
        require(
                paperWidth >= SerialHead.leastWidth(marginLeft),
                code,
                Flaw.NO_ROOM_FOR_SERIAL,
                "the paper is too narrow for the sheet's serial number in its top margin");
    }

    private static void require(boolean holds, String code, Flaw flaw, String what) {
        if (!holds) {
            throw new UnusableStock(code, flaw, what);
        }
    }
}
