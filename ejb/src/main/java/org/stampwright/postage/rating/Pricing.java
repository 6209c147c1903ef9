package org.stampwright.postage.rating;

import java.util.List;

/**
 * Lines with their price.
 *
 * @param edition number of the rate edition
 */
public record Pricing(long edition, List<PricedLine> lines, Price price) {

    public Pricing {
        lines = List.copyOf(lines);
    }

    /** Returns the number of stamps in all lines. */
    public int pieces() {
        return lines.stream().mapToInt(PricedLine::quantity).sum();
    }
}
