package org.stampwright.web.storefront;

import jakarta.enterprise.context.ApplicationScoped;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;

/** The kinds of label stock that sheets are drawn by. */
@ApplicationScoped
class Stocks {

    private final LabelStocks stocks = LabelStocks.known();

    /** @throws IllegalStateException if a sheet was imported of a stock that nobody knows */
    public LabelStock of(String code) {
        return stocks.find(code).orElseThrow(() -> new IllegalStateException("unknown label stock " + code));
    }
}
