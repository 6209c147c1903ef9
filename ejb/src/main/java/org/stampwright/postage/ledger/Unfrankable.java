package org.stampwright.postage.ledger;

import jakarta.ejb.ApplicationException;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.refusal.ProblemKind;

/** An order for which no indicia can be made as it stands: it is given back and does not block the others. */
@ApplicationException(rollback = true)
public class Unfrankable extends RuntimeException {

    /** The kind of refusal with which the order is given back. */
    public static final ProblemKind KIND = ProblemKind.UNFRANKABLE;

    private static final long serialVersionUID = 1;

    private final OrderRef order;

    public Unfrankable(OrderRef order, String why, Throwable cause) {
        super("order " + order.id() + " cannot be franked: " + why, cause);
        this.order = order;
    }

    public OrderRef order() {
        return order;
    }

    /** Returns the reason in words for the customer. */
    public static String detail() {
        return "This order cannot be franked as it stands. Nothing was charged.";
    }
}
