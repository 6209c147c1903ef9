package org.stampwright.webstart;

import java.util.Optional;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.MistypedSerial;

/** Checks the sheet's serial number, typed or scanned, before a request to the vendor. */
final class TypedSerial {
    private TypedSerial() {}

    /** Returns an obvious error in the number. The vendor counts wrong numbers, and a typing error should not count. */
    static Optional<String> objection(String typed) {
        String cleaned = typed.replaceAll("[\\s-]", "");
        if (cleaned.isEmpty()) {
            return Optional.of("Scan the bar code on the sheet, or type the number beside it.");
        }
        if (cleaned.length() < JobCheck.LEAST_TYPED) {
            return Optional.of("Type at least the last " + JobCheck.LEAST_TYPED + " characters of the number.");
        }
        if (cleaned.length() > LabelSerial.PRINTED_LENGTH) {
            return Optional.of("A sheet's number has " + LabelSerial.PRINTED_LENGTH + " characters; this one has "
                    + cleaned.length() + ".");
        }
        return cleaned.length() == LabelSerial.PRINTED_LENGTH ? slipIn(cleaned) : Optional.empty();
    }

    private static Optional<String> slipIn(String whole) {
        try {
            LabelSerial.parse(whole);
            return Optional.empty();
        } catch (MistypedSerial slip) {
            return Optional.of(slip.getMessage());
        }
    }
}
