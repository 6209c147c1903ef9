package org.stampwright.web.storefront;

import java.util.List;
import java.util.regex.Pattern;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/** Where on the buy page the fields of a request stand, by client id. */
final class BuyFields {

    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)]\\.(\\w+)");

    private final List<ProductRow> products;
    private final List<ProductRow> wanted;

    BuyFields(List<ProductRow> products) {
        this.products = products;
        this.wanted = products.stream().filter(ProductRow::isWanted).toList();
    }

    /**
     * The field that a refusal is about, or null. Too few free labels are a matter of how many stamps, unless somebody
     * chose where to start.
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

    /** Lines are counted among the products that are wanted. */
    private String line(int line, String part) {
        if (line >= wanted.size()) {
            return null;
        }
        return "buy:products:" + products.indexOf(wanted.get(line)) + ":"
                + ("value".equals(part) ? "value" : "quantity");
    }
}
