package org.stampwright.postage.handover;

import org.stampwright.postage.psd.FrankingOutcome;

/** What one server system said to one hand-over. */
sealed interface Offer {

    /** It answered with what the order's row says. */
    record Taken(FrankingOutcome outcome) implements Offer {}

    /** It cannot go on with it, or is not there. */
    record Refused(String why) implements Offer {}

    /** It has too much to do at the moment. What it has claimed it goes on with. */
    record Busy(String why) implements Offer {}

    /** This instance hands over too much at the moment: nobody was asked. */
    record NotMade(String why) implements Offer {}

    /** It did not answer in time: the row has to be asked. */
    record NoAnswer(String why) implements Offer {}
}
