package org.stampwright.postage.account;

import java.util.OptionalLong;

/**
 * A person without an account, who owns the one order whose token they hold.
 *
 * @param tokenHash SHA-256 of the token as hex digits, or null for a guest without an order
 */
public record Guest(String tokenHash) implements Caller {

    /** A guest without an order. */
    public static final Guest NEW = new Guest(null);

    @Override
    public OptionalLong account() {
        return OptionalLong.empty();
    }
}
