package org.stampwright.architecture.violating.keys;

import org.stampwright.architecture.violating.funds.Vault;

/** Uses a package above its own, which uses this one. */
public class Cashier {

    Vault vault;
}
