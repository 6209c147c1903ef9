package org.stampwright.vendor.handover;

import org.stampwright.vendor.psd.FrankingOutcome;

/** What one server system said to one hand-over. */
sealed interface Offer {

    /** It answered with what the order's row says. */
    record Taken(FrankingOutcome outcome) implements Offer {
    }

    /** It refused, or is not there: it has not claimed the order by this hand-over. */
    record Refused(String why) implements Offer {
    }

    /** It did not answer in time: the row has to be asked. */
    record NoAnswer(String why) implements Offer {
    }
}
