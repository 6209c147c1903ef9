package org.stampwright.postage.account;

import java.util.OptionalLong;

/** The caller of a facade. Only {@link Accounts} creates it, after authentication. */
public sealed interface Caller permits Consumer, Guest, Client, Operator {

    /** Returns the account, if the caller has one. */
    OptionalLong account();
}
