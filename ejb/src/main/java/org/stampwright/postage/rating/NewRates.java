package org.stampwright.postage.rating;

import java.time.Instant;
import java.util.List;
import org.stampwright.indicium.Money;

/** A rate edition to import, each part already checked. */
public record NewRates(Instant validFrom, Money serviceFee, Money smallestOrder, List<Product> products) {

    public NewRates {
        products = List.copyOf(products);
    }
}
