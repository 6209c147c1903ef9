package org.stampwright.postage.rating;

import org.stampwright.indicium.Money;

/**
 * A whole price.
 *
 * @param postage what goes into the stamps
 * @param fee the vendor's service fee
 * @param rounding what lifts the sum to whole cents, below one cent
 */
public record Price(Money postage, Money fee, Money rounding) {

    public Price {
        Money sum = postage.plus(fee);
        if (!sum.plus(rounding).equals(sum.roundedUpToMinorUnit())) {
            throw new IllegalArgumentException(
                    "rounding of " + sum + " is " + sum.roundedUpToMinorUnit().minus(sum) + ", not " + rounding);
        }
    }

    /** The price of this much postage. */
    public static Price of(Money postage, Money fee) {
        Money sum = postage.plus(fee);
        return new Price(postage, fee, sum.roundedUpToMinorUnit().minus(sum));
    }

    /** What the card is charged: whole cents. */
    public Money total() {
        return postage.plus(fee).plus(rounding);
    }
}
