package org.stampwright.postage.payment;

import org.stampwright.postage.refusal.ProblemKind;

/** The card company's answer about one payment. */
public sealed interface CardSaid {

    /** The whole amount is held for this order. */
    record Held() implements CardSaid {}

    /** The consumer's bank requires authentication first. */
    record NeedsAction(String url) implements CardSaid {}

    /** The consumer has not paid yet; the page is open. */
    record StillOpen() implements CardSaid {}

    /** Created but not confirmed. */
    record ToConfirm() implements CardSaid {}

    /** The company is still processing it. */
    record Processing() implements CardSaid {}

    /** The card was refused; the message is for the consumer. */
    record Declined(ProblemKind kind, String message) implements CardSaid {}

    /** The amount was captured. */
    record Captured() implements CardSaid {}

    /** No amount is held and none can be any more. */
    record Gone() implements CardSaid {}

    /** No answer, or no usable one: the request may or may not have been carried out. Retry later. */
    record Unknown(String why) implements CardSaid {}

    /** It exists, but not for this order and amount: it counts for nothing, and the operator should investigate. */
    record NotOurs(String why) implements CardSaid {}
}
