package org.stampwright.postage.workflow;

import java.time.Duration;

/**
 * The outcome of a step.
 *
 * @param rest null when the order advanced and a further step may follow at once, otherwise how long it may rest
 */
record StepResult(Duration rest) {

    /** Returns that the caller should look again: this step was taken, or another caller took one. */
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
