package org.stampwright.postage.workflow;

import java.time.Duration;
import java.util.Optional;
import org.stampwright.postage.orderstate.OrderSnapshot;

/**
 * The outcome of a step.
 *
 * @param next the order's row after the step, or null if it has to be read again
 * @param rest null when a further step may follow at once, otherwise how long the order may rest
 */
record StepResult(OrderSnapshot next, Duration rest) {

    /** Returns that the step was taken, or that another caller took one, if there is no row. */
    static StepResult to(Optional<OrderSnapshot> next) {
        return new StepResult(next.orElse(null), null);
    }

    /** Returns that the row has to be read again. */
    static StepResult lookAgain() {
        return new StepResult(null, null);
    }

    static StepResult resting(Duration rest) {
        return new StepResult(null, rest);
    }

    boolean isOn() {
        return rest == null;
    }
}
