package org.stampwright.postage.psd;

import jakarta.ejb.ApplicationException;
import java.util.Set;

/** Orders of a batch are no longer claimed at the attempt that the batch was made for: nothing of it was committed. */
@ApplicationException(rollback = true)
public class OrdersWentOn extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Set<OrderAttempt> orders;

    OrdersWentOn(Set<OrderAttempt> orders) {
        super("went on without this franking: " + orders);
        this.orders = Set.copyOf(orders);
    }

    Set<OrderAttempt> orders() {
        return orders;
    }
}
