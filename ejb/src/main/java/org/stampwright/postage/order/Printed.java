package org.stampwright.postage.order;

import org.stampwright.indicium.LabelSerial;

/** Serial numbers as stored (ten characters) and as printed (eleven). */
final class Printed {

    private Printed() {}

    /** Null for the empty text of a draft without a sheet. */
    static String serial(String stored) {
        return stored.isEmpty() ? null : new LabelSerial(stored).printed();
    }
}
