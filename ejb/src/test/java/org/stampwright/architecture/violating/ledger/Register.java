package org.stampwright.architecture.violating.ledger;

import org.stampwright.architecture.violating.order.Basket;

/** Uses a package above its own, which uses this one. */
public class Register {

    Basket basket;
}
