package org.stampwright.webstart;

import org.stampwright.paper.PrintJob;

/** What the vendor answered to a ticket and a serial number. */
sealed interface Redemption {
    /** The job; nothing in it is believed yet. */
    record Redeemed(PrintJob job) implements Redemption {}

    /** No job. */
    record TurnedAway(Problem problem) implements Redemption {}
}
