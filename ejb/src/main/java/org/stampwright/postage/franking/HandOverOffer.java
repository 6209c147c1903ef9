package org.stampwright.postage.franking;

/** One server system's answer to the hand-over of one order. */
sealed interface HandOverOffer {

    /** It has the order: in its queue, or franked already. */
    record Taken() implements HandOverOffer {}

    /** It cannot frank the order now, or is not reachable. */
    record Refused(String why) implements HandOverOffer {}

    /** It did not answer in time, or is overloaded: it may have the order, and reads its claims by itself. */
    record NoAnswer(String why) implements HandOverOffer {}
}
