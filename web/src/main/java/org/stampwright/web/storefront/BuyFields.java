package org.stampwright.web.storefront;

import java.util.List;
import java.util.regex.Pattern;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/** Maps the fields of a request to client ids of the buy page. */
final class BuyFields {

    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)]\\.(\\w+)");

    private final List<ProductRow> products;
    private final List<ProductRow> wanted;

    BuyFields(List<ProductRow> products) {
        this.products = products;
        this.wanted = products.stream().filter(ProductRow::isWanted).toList();
    }

    /**
     * Returns the field that a refusal belongs to, or null. Too few free labels are an error of the quantity, unless
     * the consumer chose the start position.
     */
    String of(Refusal refusal, boolean fromTheFirst) {
        if (refusal.kind() == ProblemKind.TOO_FEW_LABELS && fromTheFirst && !wanted.isEmpty()) {
            return line(wanted.size() - 1, "quantity");
        }
        var line = LINE.matcher(refusal.field() == null ? "" : refusal.field());
        if (line.matches()) {
            return line(Integer.parseInt(line.group(1)), line.group(2));
        }
        return "startPosition".equals(refusal.field()) ? "buy:start" : null;
    }

    /** Lines are counted among the products with a quantity. */
    private String line(int line, String part) {
        if (line >= wanted.size()) {
            return null;
        }
        return "buy:products:" + products.indexOf(wanted.get(line)) + ":"
                + ("value".equals(part) ? "value" : "quantity");
    }
}
