package org.stampwright.web.storefront;

import java.util.ArrayList;
import java.util.List;
import org.stampwright.postage.rating.Price;
import org.stampwright.postage.rating.PricedLine;
import org.stampwright.postage.rating.Pricing;

/** A complete price as pages show it: each line, then fee and rounding where there are any, then the total. */
public record Bill(List<Item> items, String total) {

    /** A line of the bill. */
    public record Item(String what, String amount) {}

    /** Returns the whole bill as one line, which the form carries to tell what the consumer has seen. */
    String asSeen() {
        var seen = new StringBuilder();
        items.forEach(item ->
                seen.append(item.what()).append(" = ").append(item.amount()).append("; "));
        return seen.append("total ").append(total).toString();
    }

    static Bill of(Pricing pricing) {
        return of(pricing.lines(), pricing.price());
    }

    static Bill of(List<PricedLine> lines, Price price) {
        var items = new ArrayList<Item>();
        lines.forEach(line -> items.add(new Item(
                line.quantity() + " × " + line.description() + " at " + Dollars.text(line.unitValue()),
                Dollars.text(line.postage()))));
        if (!price.fee().isZero()) {
            items.add(new Item("Service fee", Dollars.text(price.fee())));
        }
        if (!price.rounding().isZero()) {
            items.add(new Item("Rounded up to whole cents", Dollars.text(price.rounding())));
        }
        return new Bill(List.copyOf(items), Dollars.text(price.total()));
    }
}
