package org.stampwright.indicium.symbol;

import com.google.zxing.oned.Code128Writer;
import org.stampwright.indicium.LabelSerial;

/** The Code 128 bar code (ISO/IEC 15417) of a label serial number, eleven characters as printed. */
public final class SerialBarcode {

    /** Modules of quiet zone that belong left and right of the bars. */
    public static final int QUIET_ZONE = 10;
    /** Width of a module in mm that printers of 300 dots an inch print exactly: three dots. */
    public static final double MODULE_MM = 25.4 * 3 / 300;

    private final boolean[] bars;

    private SerialBarcode(boolean[] bars) {
        this.bars = bars;
    }

    /** The bars of a serial number. */
    public static SerialBarcode of(LabelSerial serial) {
        return new SerialBarcode(new Code128Writer().encode(serial.printed()));
    }

    /** Modules, quiet zones not counted. */
    public int modules() {
        return bars.length;
    }

    /** Whether this module, counted from 0 at the left, is dark. */
    public boolean get(int x) {
        return bars[x];
    }
}
