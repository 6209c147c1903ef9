package org.stampwright.postage.account;

import java.util.OptionalLong;

/** A program that buys stamps through the API, known by its key. */
public record Client(long accountId, String name) implements Caller {

    @Override
    public OptionalLong account() {
        return OptionalLong.of(accountId);
    }
}
