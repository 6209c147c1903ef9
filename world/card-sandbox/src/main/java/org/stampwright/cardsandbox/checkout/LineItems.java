package org.stampwright.cardsandbox.checkout;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.stampwright.cardsandbox.company.Posting;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.Params;
import org.stampwright.cardsandbox.http.Refusal;
import org.stampwright.cardsandbox.payment.Amounts;

/** The line items of a Checkout Session: price and quantity, all in one currency. */
record LineItems(String currency, long total, List<JsonObject> items) {

    static LineItems read(Posting posting, Params params) {
        List<JsonObject> items = new ArrayList<>();
        String currency = null;
        long total = 0;
        for (Params part : params.parts("line_items")) {
            part.only("price", "price_data", "quantity");
            if (part.text("price") != null) {
                throw Refusal.noSuch("price", part.text("price"), "line_items[0][price]");
            }
            JsonObject item = item(posting, part);
            if (currency != null && !currency.equals(item.getString("currency"))) {
                throw params.invalid("line_items", "All line items must have the same currency.");
            }
            currency = item.getString("currency");
            total = Math.addExact(total, Fields.number(item, "amount_total"));
            items.add(item);
        }
        if (items.isEmpty()) {
            throw params.missing("line_items");
        }
        return new LineItems(currency, total, List.copyOf(items));
    }

    private static JsonObject item(Posting posting, Params part) {
        Params price = part.part("price_data").only("currency", "unit_amount", "product_data");
        Params product = price.part("product_data").only("name", "description");
        String currency = Amounts.currency(price);
        long unit = bounded(price, "unit_amount", price.requiredNumber("unit_amount"), 0);
        long quantity = bounded(part, "quantity", part.requiredNumber("quantity"), 1);
        long amount = unit * quantity;
        return Fields.none()
                .set("id", posting.identifiers().next("li_"))
                .set("object", "item")
                .set("amount_discount", 0)
                .set("amount_subtotal", amount)
                .set("amount_tax", 0)
                .set("amount_total", amount)
                .set("currency", currency)
                .set("description", product.required("name"))
                .set(
                        "price",
                        Fields.none()
                                .set("id", posting.identifiers().next("price_"))
                                .set("object", "price")
                                .set("active", false)
                                .set("created", posting.second())
                                .set("currency", currency)
                                .set("livemode", false)
                                .set("product", posting.identifiers().next("prod_"))
                                .set("type", "one_time")
                                .set("unit_amount", unit))
                .set("quantity", quantity)
                .set("_note", product.text("description"))
                .build();
    }

    /** Bounds both factors so that their product cannot overflow. */
    private static long bounded(Params params, String name, long value, long least) {
        if (value < least || value > 999_999_999) {
            throw params.invalid(name, "This value must be between " + least + " and 999999999.");
        }
        return value;
    }

    /** Returns the list as the session shows it when expanded. */
    JsonObject list(String url) {
        JsonArrayBuilder data = Fields.PROVIDER.createArrayBuilder();
        items.forEach(data::add);
        return Fields.none()
                .set("object", "list")
                .set("data", data.build())
                .set("has_more", false)
                .set("url", url)
                .build();
    }
}
