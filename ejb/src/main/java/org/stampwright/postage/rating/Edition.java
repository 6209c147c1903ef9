package org.stampwright.postage.rating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stampwright.indicium.Money;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/**
 * The rates of one edition; prices orders by them.
 *
 * @param edition its number
 * @param smallestOrder the smallest total of an order by the vendor's own rule
 */
public record Edition(long edition, Instant validFrom, Money serviceFee, Money smallestOrder, List<Product> products) {

    /** The largest number of stamps in one order. */
    public static final int MOST_PIECES = 1000;

    /** The card company's smallest charge: 0.50 USD. */
    public static final Money CARD_MINIMUM = Money.ofMinorUnits(50);

    public Edition {
        products = List.copyOf(products);
    }

    /**
     * Prices the lines. Guards in this order, each line from first to last: product-unknown, quantity-out-of-range,
     * value-out-of-range; then below-minimum for the total.
     */
    public Answer<Pricing> price(List<LineRequest> requests) {
        if (requests.isEmpty()) {
            return Answer.refusedAt("lines", ProblemKind.QUANTITY_OUT_OF_RANGE, "Choose at least one stamp.");
        }
        Answer<List<PricedLine>> lines = Answer.granted(List.of());
        for (LineRequest request : requests) {
            lines = lines.flatMap(before -> andPrice(before, request));
        }
        return lines.flatMap(this::whole);
    }

    private Answer<List<PricedLine>> andPrice(List<PricedLine> before, LineRequest request) {
        int left = MOST_PIECES - before.stream().mapToInt(PricedLine::quantity).sum();
        return price(request, "lines[" + before.size() + "].", left).map(line -> {
            List<PricedLine> lines = new ArrayList<>(before);
            lines.add(line);
            return lines;
        });
    }

    /**
     * Returns the lines without the values of products whose price these rates fix, so that they cost what they cost
     * now.
     */
    public List<LineRequest> atCurrentPrices(List<LineRequest> lines) {
        return lines.stream()
                .map(line -> find(line.product()).filter(Product::isFixed).isPresent()
                        ? new LineRequest(line.product(), line.quantity(), null)
                        : line)
                .toList();
    }

    private Answer<PricedLine> price(LineRequest request, String field, int left) {
        Optional<Product> product = find(request.product());
        if (product.isEmpty()) {
            return Answer.refusedAt(
                    field + "product",
                    ProblemKind.PRODUCT_UNKNOWN,
                    "\"" + request.product() + "\" is not in the rates.");
        }
        if (request.quantity() < 1 || request.quantity() > left) {
            return Answer.refused(new Refusal(
                    ProblemKind.QUANTITY_OUT_OF_RANGE,
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
                    ProblemKind.VALUE_OUT_OF_RANGE,
                    field + "value",
                    product.description() + " costs $" + product.value() + ".",
                    Map.of("value", product.value().mills())));
        }
        Long mills = product.isFixed() ? Long.valueOf(product.value().mills()) : request.value();
        if (mills == null
                || mills < product.minimum().mills()
                || mills > product.maximum().mills()) {
            return Answer.refused(new Refusal(
                    ProblemKind.VALUE_OUT_OF_RANGE,
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
                    ProblemKind.BELOW_MINIMUM,
                    "lines[" + (lines.size() - 1) + "].quantity",
                    "This order comes to $" + total + "; a card can be charged from $" + least
                            + " on. Add stamps or a higher value.",
                    Map.of("total", total.mills(), "minimum", least.mills())));
        }
        return Answer.granted(pricing);
    }

    /** Returns the product of this name. */
    public Optional<Product> find(String name) {
        return products.stream()
                .filter(product -> product.product().equals(name))
                .findFirst();
    }
}
