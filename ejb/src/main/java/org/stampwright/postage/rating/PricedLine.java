package org.stampwright.postage.rating;

import org.stampwright.indicium.Money;

/** A line of an order with the value that the rates give it. */
public record PricedLine(String product, String description, String rateCategory, int quantity, Money unitValue) {

    /** Postage of the whole line. */
    public Money postage() {
        return unitValue.times(quantity);
    }
}
