package org.stampwright.postage.account;

import java.util.OptionalLong;

/** A person who buys stamps with their own account. */
public record Consumer(long accountId, String email) implements Caller {

    @Override
    public OptionalLong account() {
        return OptionalLong.of(accountId);
    }
}
