package org.stampwright.postage.rating;

import org.stampwright.indicium.Money;

/**
 * The price of an order.
 *
 * @param postage the value of the stamps
 * @param fee the vendor's service fee
 * @param rounding the amount below one cent that rounds the sum up to whole cents
 */
public record Price(Money postage, Money fee, Money rounding) {

    public Price {
        Money sum = postage.plus(fee);
        if (!sum.plus(rounding).equals(sum.roundedUpToMinorUnit())) {
            throw new IllegalArgumentException(
                    "rounding of " + sum + " is " + sum.roundedUpToMinorUnit().minus(sum) + ", not " + rounding);
        }
    }

    /** Returns the price of this much postage. */
    public static Price of(Money postage, Money fee) {
        Money sum = postage.plus(fee);
        return new Price(postage, fee, sum.roundedUpToMinorUnit().minus(sum));
    }

    /** Returns the amount charged to the card, in whole cents. */
    public Money total() {
        return postage.plus(fee).plus(rounding);
    }
}
