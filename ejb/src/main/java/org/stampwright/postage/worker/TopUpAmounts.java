package org.stampwright.postage.worker;

import org.stampwright.indicium.Money;

/**
 * The size of a download.
 *
 * @param amount the amount of a download, if no order needs more
 * @param lowWater the descending register is topped up in the background when it falls below this
 */
record TopUpAmounts(Money amount, Money lowWater) {}
