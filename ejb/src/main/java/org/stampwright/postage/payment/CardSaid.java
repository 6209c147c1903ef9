package org.stampwright.postage.payment;

import org.stampwright.postage.refusal.ProblemKind;

/** What the card company says of one payment. */
public sealed interface CardSaid {

    /** The whole amount is held for this order. */
    record Held() implements CardSaid {}

    /** The consumer's bank wants to see them first. */
    record NeedsAction(String url) implements CardSaid {}

    /** The consumer has not paid yet; the page is open. */
    record StillOpen() implements CardSaid {}

    /** Created but not confirmed. */
    record ToConfirm() implements CardSaid {}

    /** The company is at it. */
    record Processing() implements CardSaid {}

    /** The card was refused; the message is for the consumer. */
    record Declined(ProblemKind kind, String message) implements CardSaid {}

    /** The amount is ours. */
    record Captured() implements CardSaid {}

    /** Nothing is held and nothing can be any more. */
    record Gone() implements CardSaid {}

    /** No answer, or none that can be used: it may or may not have happened. Ask again later. */
    record Unknown(String why) implements CardSaid {}

    /** It exists, but is not for this order and amount: it counts for nothing, and somebody should look. */
    record NotOurs(String why) implements CardSaid {}
}
