package org.stampwright.indicium;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class LabelSerialFuzzTest {

    /** Any input is either a serial number that prints as itself, or a slip with a message. */
    @FuzzTest(maxDuration = "1m")
    void any_text_is_a_serial_or_a_slip(byte[] typed) {
        try {
            LabelSerial serial = LabelSerial.parse(new String(typed, StandardCharsets.UTF_8));
            if (!LabelSerial.parse(serial.printed()).equals(serial)
                    || !LabelSerial.ofBytes(serial.bytes()).equals(serial)) {
                throw new AssertionError(serial + " does not come back");
            }
        } catch (MistypedSerial slip) {
            if (slip.getMessage().isBlank()) {
                throw new AssertionError("a slip without a message", slip);
            }
        }
    }
}
