package org.stampwright.postage.order;

import java.time.Duration;

/**
 * What a step came to.
 *
 * @param rest null when the order went on and there may be a further step at once; else how long it may rest
 */
record Went(Duration rest) {

    /** The step was taken, or somebody else took one: either way look again where the order stands. */
    static Went on(boolean stepped) {
        return new Went(stepped ? null : Duration.ZERO);
    }

    static Went resting(Duration rest) {
        return new Went(rest);
    }

    boolean isOn() {
        return rest == null;
    }
}
