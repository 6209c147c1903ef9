package org.stampwright.postage.workflow;

import java.time.Duration;

/**
 * What a step came to.
 *
 * @param rest null when the order went on and there may be a further step at once; else how long it may rest
 */
record StepResult(Duration rest) {

    /** The step was taken, or somebody else took one: either way look again where the order stands. */
    static StepResult on(boolean stepped) {
        return new StepResult(stepped ? null : Duration.ZERO);
    }

    static StepResult resting(Duration rest) {
        return new StepResult(rest);
    }

    boolean isOn() {
        return rest == null;
    }
}
