package org.stampwright.indicium.stock;

import org.stampwright.indicium.stock.UnusableStock.Flaw;
import org.stampwright.indicium.symbol.StampSymbol;

/** Whether stamps can be printed on stock of a geometry. */
final class Fitness {

    /** What must be left beside the symbol and its quiet zone, in mm. */
    static final double BESIDE_SYMBOL = 2;

    /** Geometry is written with finite decimals of inches: a thousandth of a millimetre is no overlap. */
    private static final double TOLERANCE = 0.001;
    private static final int MOST_LABELS = 65_535;

    private Fitness() {
    }

    static void check(String code, double paperWidth, double paperHeight, int rows, int columns, double marginLeft,
            double marginTop, double pitchX, double pitchY, double labelWidth, double labelHeight, double cornerRadius,
            double strip) {
        require(code.matches("[A-Za-z0-9-]{1,32}"), code, Flaw.OUT_OF_RANGE,
                "a code has 1 to 32 letters, digits and hyphens");
        require(rows >= 1 && columns >= 1 && (long) rows * columns <= MOST_LABELS, code, Flaw.OUT_OF_RANGE,
                "it must have 1 to 65,535 labels, not " + rows + " by " + columns);
        require(marginLeft >= 0 && marginTop >= 0 && strip >= 0 && labelWidth > 0 && labelHeight > 0 && cornerRadius >= 0
                && cornerRadius * 2 <= Math.min(labelWidth, labelHeight), code, Flaw.OUT_OF_RANGE,
                "margins, strip, label size and corner radius must not be negative, and corners fit the label");
        require(columns == 1 || pitchX >= labelWidth - TOLERANCE, code, Flaw.OVERLAP,
                "columns are " + pitchX + " mm apart and labels " + labelWidth + " mm wide, so labels overlap");
        require(rows == 1 || pitchY >= labelHeight - TOLERANCE, code, Flaw.OVERLAP,
                "rows are " + pitchY + " mm apart and labels " + labelHeight + " mm high, so labels overlap");
        require(marginLeft + (columns - 1) * pitchX + labelWidth <= paperWidth + TOLERANCE, code, Flaw.OFF_PAPER,
                "its last column reaches beyond the paper's right edge");
        require(marginTop + (rows - 1) * pitchY + labelHeight <= paperHeight + TOLERANCE, code, Flaw.OFF_PAPER,
                "its last row reaches beyond the paper's lower edge");
        double least = StampSymbol.WIDTH_MM + BESIDE_SYMBOL - TOLERANCE;
        require(labelWidth >= least && labelHeight - strip >= least, code, Flaw.TOO_SMALL,
                "its labels leave under 2 mm beside a symbol of " + StampSymbol.WIDTH_MM + " mm with quiet zone");
    }

    private static void require(boolean holds, String code, Flaw flaw, String what) {
        if (!holds) {
            throw new UnusableStock(code, flaw, what);
        }
    }
}
