package org.stampwright.postage.order;

import org.stampwright.indicium.LabelSerial;

/** Converts serial numbers from the stored form (ten characters) to the printed form (eleven). */
final class Printed {

    private Printed() {}

    /** Returns null for the empty text of a draft without a sheet. */
    static String serial(String stored) {
        return stored.isEmpty() ? null : new LabelSerial(stored).printed();
    }
}
