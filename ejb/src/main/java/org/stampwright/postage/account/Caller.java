package org.stampwright.postage.account;

import java.util.OptionalLong;

/** Who asks a facade. Made by {@link Accounts} alone, from what the caller proved. */
public sealed interface Caller permits Consumer, Guest, Client, Operator {

    /** The account, if the caller has one. */
    OptionalLong account();
}
