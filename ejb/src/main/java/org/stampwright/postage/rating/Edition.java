package org.stampwright.postage.rating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stampwright.indicium.Money;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.postage.refusal.Refusal;
import org.stampwright.postage.refusal.Refused;

/**
 * The rates of one edition, and what an order costs by them.
 *
 * @param edition its number
 * @param smallestOrder the least that an order's total may be by the vendor's own rule
 */
public record Edition(long edition, Instant validFrom, Money serviceFee, Money smallestOrder, List<Product> products) {

    /** Stamps in one order. */
    public static final int MOST_PIECES = 1000;

    /** The least that the card company charges: 0.50 USD. */
    public static final Money CARD_MINIMUM = Money.ofMinorUnits(50);

    public Edition {
        products = List.copyOf(products);
    }

    /**
     * Prices the lines. Guards in this order, each line from first to last: product-unknown, quantity-out-of-range,
     * value-out-of-range; then below-minimum for the whole.
     */
    public Answer<Pricing> price(List<LineRequest> requests) {
        if (requests.isEmpty()) {
            return Answer.refusedAt("lines", "quantity-out-of-range", "Choose at least one stamp.");
        }
        List<PricedLine> lines = new ArrayList<>();
        int pieces = 0;
        for (LineRequest request : requests) {
            Answer<PricedLine> line = price(request, "lines[" + lines.size() + "].", MOST_PIECES - pieces);
            if (line instanceof Refused<PricedLine> refused) {
                return refused.as();
            }
            lines.add(((Granted<PricedLine>) line).value());
            pieces += request.quantity();
        }
        return whole(lines);
    }

    private Answer<PricedLine> price(LineRequest request, String field, int left) {
        Optional<Product> product = find(request.product());
        if (product.isEmpty()) {
            return Answer.refusedAt(
                    field + "product", "product-unknown", "\"" + request.product() + "\" is not in the rates.");
        }
        if (request.quantity() < 1 || request.quantity() > left) {
            return Answer.refused(new Refusal(
                    "quantity-out-of-range",
                    field + "quantity",
                    "An order has 1 to " + MOST_PIECES + " stamps.",
                    Map.of("minimum", 1, "maximum", MOST_PIECES)));
        }
        return value(product.get(), request, field);
    }

    private Answer<PricedLine> value(Product product, LineRequest request, String field) {
        if (product.isFixed()
                && request.value() != null
                && request.value() != product.value().mills()) {
            return Answer.refused(new Refusal(
                    "value-out-of-range",
                    field + "value",
                    product.description() + " costs $" + product.value() + ".",
                    Map.of("value", product.value().mills())));
        }
        Long mills = product.isFixed() ? Long.valueOf(product.value().mills()) : request.value();
        if (mills == null
                || mills < product.minimum().mills()
                || mills > product.maximum().mills()) {
            return Answer.refused(new Refusal(
                    "value-out-of-range",
                    field + "value",
                    "The value of a stamp here is $" + product.minimum() + " to $" + product.maximum() + ".",
                    Map.of(
                            "minimum",
                            product.minimum().mills(),
                            "maximum",
                            product.maximum().mills())));
        }
        return Answer.granted(new PricedLine(
                product.product(),
                product.description(),
                product.rateCategory(),
                request.quantity(),
                Money.ofMills(mills)));
    }

    private Answer<Pricing> whole(List<PricedLine> lines) {
        Money postage = lines.stream().map(PricedLine::postage).reduce(Money.ZERO, Money::plus);
        Pricing pricing = new Pricing(edition, lines, Price.of(postage, serviceFee));
        Money least = smallestOrder.isMoreThan(CARD_MINIMUM) ? smallestOrder : CARD_MINIMUM;
        Money total = pricing.price().total();
        if (least.isMoreThan(total)) {
            return Answer.refused(new Refusal(
                    "below-minimum",
                    "lines[" + (lines.size() - 1) + "].quantity",
                    "This order comes to $" + total + "; a card can be charged from $" + least
                            + " on. Add stamps or a higher value.",
                    Map.of("total", total.mills(), "minimum", least.mills())));
        }
        return Answer.granted(pricing);
    }

    /** The product of this name. */
    public Optional<Product> find(String name) {
        return products.stream()
                .filter(product -> product.product().equals(name))
                .findFirst();
    }
}
