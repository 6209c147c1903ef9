package org.stampwright.postage.franking;

/** One server system's answer to one hand-over. */
sealed interface HandOverOffer {

    /** It returned the state of the order's row. */
    record Taken(FrankingOutcome outcome) implements HandOverOffer {}

    /** It cannot continue the order, or is not reachable. */
    record Refused(String why) implements HandOverOffer {}

    /** It is overloaded at the moment. It continues the orders that it has claimed. */
    record Busy(String why) implements HandOverOffer {}

    /** This instance has too many hand-overs in flight: no server system was asked. */
    record NotMade(String why) implements HandOverOffer {}

    /** It did not answer in time: the caller has to read the row. */
    record NoAnswer(String why) implements HandOverOffer {}
}
