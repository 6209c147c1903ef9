package org.stampwright.postage.rating;

import java.util.List;

/**
 * Lines with their price.
 *
 * @param edition number of the edition of the rates
 */
public record Pricing(long edition, List<PricedLine> lines, Price price) {

    public Pricing {
        lines = List.copyOf(lines);
    }

    /** Stamps in all lines together. */
    public int pieces() {
        return lines.stream().mapToInt(PricedLine::quantity).sum();
    }
}
