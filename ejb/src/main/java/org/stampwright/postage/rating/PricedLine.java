package org.stampwright.postage.rating;

import org.stampwright.indicium.Money;

/** A line of an order with its value by the rates. */
public record PricedLine(String product, String description, String rateCategory, int quantity, Money unitValue) {

    /** Returns the postage of the whole line. */
    public Money postage() {
        return unitValue.times(quantity);
    }
}
