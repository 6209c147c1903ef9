package org.stampwright.postage.workflow;

import java.time.Duration;

/** How long order recovery lets an order rest before it looks again; a hint from outside looks at once. */
final class RetryDelay {

    /** While something that should answer soon has not. */
    static final Duration SHORT = Duration.ofSeconds(4);

    /** While the consumer is at it, or something that a person must look into. */
    static final Duration LONG = Duration.ofSeconds(30);

    private RetryDelay() {}
}
