package org.stampwright.postage.franking;

/** What one server system said to one hand-over. */
sealed interface HandOverOffer {

    /** It answered with what the order's row says. */
    record Taken(FrankingOutcome outcome) implements HandOverOffer {}

    /** It cannot go on with it, or is not there. */
    record Refused(String why) implements HandOverOffer {}

    /** It has too much to do at the moment. What it has claimed it goes on with. */
    record Busy(String why) implements HandOverOffer {}

    /** This instance hands over too much at the moment: nobody was asked. */
    record NotMade(String why) implements HandOverOffer {}

    /** It did not answer in time: the row has to be asked. */
    record NoAnswer(String why) implements HandOverOffer {}
}
