package org.stampwright.webstart;

import org.stampwright.paper.PrintJob;

/** The vendor's response to a ticket and a serial number. */
sealed interface Redemption {
    /** The job, not yet verified. */
    record Redeemed(PrintJob job) implements Redemption {}

    /** A refusal. */
    record TurnedAway(Problem problem) implements Redemption {}
}
