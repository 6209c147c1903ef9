package org.stampwright.postage.workflow;

import java.time.Duration;

/** How long the recovery job lets an order rest before it looks again; a hint from outside triggers a step at once. */
final class RetryDelay {

    /** For a step whose peer should answer soon. */
    static final Duration SHORT = Duration.ofSeconds(4);

    /** For an order that waits for the consumer, or for an operator's investigation. */
    static final Duration LONG = Duration.ofSeconds(30);

    private RetryDelay() {}
}
