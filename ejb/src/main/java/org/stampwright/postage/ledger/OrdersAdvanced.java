package org.stampwright.postage.ledger;

import jakarta.ejb.ApplicationException;
import java.util.Set;
import org.stampwright.postage.orderstate.OrderRef;

/**
 * Orders of a batch are no longer claimed at the attempt that the batch was made for. Nothing of the batch was
 * committed.
 */
@ApplicationException(rollback = true)
public class OrdersAdvanced extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Set<OrderRef> orders;

    public OrdersAdvanced(Set<OrderRef> orders) {
        super("no longer claimed for this batch: " + orders);
        this.orders = Set.copyOf(orders);
    }

    public Set<OrderRef> orders() {
        return orders;
    }
}
