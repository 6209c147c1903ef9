package org.stampwright.postage.payment;

/** What became of creating something at the card company. */
sealed interface Created {

    /**
     * It is there.
     *
     * @param url the hosted page of a session, else null
     */
    record Made(String sessionId, String intentId, String url) implements Created {}

    /** It is not, for this reason: declined or unknown. */
    record NotMade(CardSaid why) implements Created {}
}
