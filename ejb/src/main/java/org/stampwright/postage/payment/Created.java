package org.stampwright.postage.payment;

/** The outcome of a creation at the card company. */
sealed interface Created {

    /**
     * It was created.
     *
     * @param url the hosted page of a session, otherwise null
     */
    record Made(String sessionId, String intentId, String url) implements Created {}

    /** It was not created, for this reason: declined or unknown. */
    record NotMade(CardSaid why) implements Created {}
}
