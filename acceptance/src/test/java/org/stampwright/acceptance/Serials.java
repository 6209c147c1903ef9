package org.stampwright.acceptance;

import java.util.SplittableRandom;
import org.stampwright.indicium.LabelSerial;

/** Serial numbers that tests type: well-formed ones that were not imported, and typing errors. */
final class Serials {

    private static final SplittableRandom RANDOM = new SplittableRandom();

    private Serials() {}

    static String wellFormedButUnknown() {
        return LabelSerial.draw("Z", RANDOM).printed();
    }

    /** Returns the serial number with one wrong character, which the check character detects. */
    static String mistyped(String serial) {
        char wrong = serial.charAt(3) == '7' ? '8' : '7';
        return serial.substring(0, 3) + wrong + serial.substring(4);
    }
}
