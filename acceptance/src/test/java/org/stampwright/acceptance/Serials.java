package org.stampwright.acceptance;

import java.util.SplittableRandom;
import org.stampwright.indicium.LabelSerial;

/** Serial numbers that tests type: well formed ones nobody imported, and slips of the finger. */
final class Serials {

    private static final SplittableRandom RANDOM = new SplittableRandom();

    private Serials() {}

    static String wellFormedButUnknown() {
        return LabelSerial.draw("Z", RANDOM).printed();
    }

    /** One character typed wrongly, which the check character catches. */
    static String mistyped(String serial) {
        char wrong = serial.charAt(3) == '7' ? '8' : '7';
        return serial.substring(0, 3) + wrong + serial.substring(4);
    }
}
