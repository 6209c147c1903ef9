package org.stampwright.postage.psd;

/**
 * What an order's row says after a franking was asked for, however often it is asked.
 *
 * @param state the word in the table
 * @param attempt counts frankings
 * @param reason why this order was not franked and is held again (a kind of refusal), or null
 * @param detail the same for a person, or null
 */
public record FrankingOutcome(String state, int attempt, String reason, String detail) {

    static FrankingOutcome of(OrderStanding standing) {
        return new FrankingOutcome(standing.state(), standing.attempt(), standing.reason(), standing.detail());
    }
}
