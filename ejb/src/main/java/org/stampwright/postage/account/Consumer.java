package org.stampwright.postage.account;

import java.util.OptionalLong;

/** Someone who buys stamps with an account of their own. */
public record Consumer(long accountId, String email) implements Caller {

    @Override
    public OptionalLong account() {
        return OptionalLong.of(accountId);
    }
}
