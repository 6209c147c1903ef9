package org.stampwright.postage.psd;

import java.util.Set;

/**
 * Where an order stands, as its row says.
 *
 * @param state the word in the table
 * @param frankedBy the server system that claimed it, 0 if none
 * @param reason why its last franking was given up, or null
 * @param detail the same for a person, or null
 */
public record OrderStanding(String state, int attempt, long frankedBy, String reason, String detail) {

    private static final Set<String> UNDERWAY = Set.of("claimed", "franked", "signed");

    public boolean isHeld() {
        return state.equals("held");
    }

    public boolean isClaimed() {
        return state.equals("claimed");
    }

    /** Claimed, and without a receipt yet. */
    public boolean isUnderway() {
        return UNDERWAY.contains(state);
    }
}
