package org.stampwright.postage.order;

import java.util.List;
import org.stampwright.postage.label.SheetView;
import org.stampwright.postage.rating.Pricing;

/**
 * A preview of an order; nothing is stored or reserved.
 *
 * @param positions the labels that the order would get
 */
public record Quote(SheetView sheet, List<Integer> positions, Pricing pricing) {

    public Quote {
        positions = List.copyOf(positions);
    }
}
