package org.stampwright.postage.worker;

import org.stampwright.indicium.Money;

/**
 * How much is downloaded at once.
 *
 * @param amount what a download asks for, if no order needs more
 * @param lowWater a descending register below it is topped up in the background
 */
record TopUpAmounts(Money amount, Money lowWater) {}
