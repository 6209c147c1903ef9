package org.stampwright.postage.rating;

import org.stampwright.indicium.Money;

/**
 * A product of the rates.
 *
 * @param kind {@code fixed}, or {@code free-value} if the buyer chooses the value
 * @param value the fixed value, or null for a free one
 * @param minimum smallest value of a stamp
 * @param maximum largest value of a stamp
 * @param rateCategory one to four characters, as printed and signed
 */
public record Product(
        String product,
        String description,
        String kind,
        Money value,
        Money minimum,
        Money maximum,
        String rateCategory) {

    public static final String FIXED = "fixed";
    public static final String FREE_VALUE = "free-value";

    public boolean isFixed() {
        return value != null;
    }
}
