package org.stampwright.postage.account;

import java.util.OptionalLong;

/**
 * Someone without an account. Owns the one order whose token they hold.
 *
 * @param tokenHash SHA-256 of the token as hex digits, or null for one who has no order yet
 */
public record Guest(String tokenHash) implements Caller {

    /** A guest who has no order yet. */
    public static final Guest NEW = new Guest(null);

    @Override
    public OptionalLong account() {
        return OptionalLong.empty();
    }
}
