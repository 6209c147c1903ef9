package org.stampwright.indicium.symbol;

import com.google.zxing.oned.Code128Writer;
import org.stampwright.indicium.LabelSerial;

/** The Code 128 bar code (ISO/IEC 15417) of a label serial number, eleven characters as printed. */
public final class SerialBarcode {

    /** The width of the quiet zone at either side of the bars, in modules. */
    public static final int QUIET_ZONE = 10;
    /** A module's width in mm that printers of 300 dots per inch print exactly: three dots. */
    public static final double MODULE_MM = 25.4 * 3 / 300;

    private final boolean[] bars;

    private SerialBarcode(boolean[] bars) {
        this.bars = bars;
    }

    /** Returns the bars of a serial number. */
    public static SerialBarcode of(LabelSerial serial) {
        return new SerialBarcode(new Code128Writer().encode(serial.printed()));
    }

    /** Returns the number of modules, without quiet zones. */
    public int modules() {
        return bars.length;
    }

    /** Returns whether this module, counted from 0 at the left, is dark. */
    public boolean get(int x) {
        return bars[x];
    }
}
