package org.stampwright.web.storefront;

import jakarta.enterprise.context.ApplicationScoped;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;

/** Finds the kinds of label stock for drawing sheets. */
@ApplicationScoped
class Stocks {

    private final LabelStocks stocks = LabelStocks.known();

    /** @throws IllegalStateException if the stock of an imported sheet is not configured */
    public LabelStock of(String code) {
        return stocks.find(code).orElseThrow(() -> new IllegalStateException("unknown label stock " + code));
    }
}
