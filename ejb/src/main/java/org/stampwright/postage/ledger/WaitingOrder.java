package org.stampwright.postage.ledger;

import java.util.List;
import java.util.UUID;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.Money;
import org.stampwright.postage.orderstate.OrderRef;

/**
 * An order that this instance has claimed and whose pieces wait to be franked.
 *
 * @param sheet the medium
 * @param pieces at least one, in the order of their positions
 */
public record WaitingOrder(OrderRef ref, LabelSerial sheet, List<WaitingPiece> pieces) {

    public WaitingOrder {
        pieces = List.copyOf(pieces);
    }

    public UUID id() {
        return ref.id();
    }

    /** Returns the postage of all its pieces. */
    public Money total() {
        return pieces.stream().map(WaitingPiece::value).reduce(Money.ZERO, Money::plus);
    }

    /** Returns the value of its most expensive piece. */
    public Money dearest() {
        return pieces.stream().map(WaitingPiece::value).max(Money::compareTo).orElse(Money.ZERO);
    }
}
