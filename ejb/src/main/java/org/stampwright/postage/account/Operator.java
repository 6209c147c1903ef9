package org.stampwright.postage.account;

import java.util.OptionalLong;

/** A person who runs the vendor's system. */
public record Operator(long accountId, String login) implements Caller {

    @Override
    public OptionalLong account() {
        return OptionalLong.of(accountId);
    }
}
