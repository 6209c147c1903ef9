package org.stampwright.postage.workflow;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.stampwright.postage.label.Buyer;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderTransitions;

/**
 * The transitions of an order that also change its labels, each in one transaction with them. A step returns false when
 * another caller has taken the order on.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OrderSteps {

    @Inject
    private OrderTransitions transitions;

    @Inject
    private LabelSheets sheets;

    /** Receipted → captured: marks the labels as used; a sheet without an owner becomes the buyer's. */
    public boolean captured(OrderSnapshot at) {
        Optional<OrderSnapshot> captured = transitions.captured(at);
        captured.ifPresent(order -> sheets.use(order.id(), order.sheet(), buyer(order)));
        return captured.isPresent();
    }

    private static Buyer buyer(OrderSnapshot order) {
        return new Buyer(order.accountId(), order.guestEmail(), false, order.remoteAddress());
    }

    /** To declined, cancelled or expired: frees the labels. */
    public boolean undone(OrderSnapshot at, OrderEnding ending) {
        boolean undone = transitions.undone(at, ending.end(), ending.reason(), ending.detail());
        if (undone) {
            sheets.giveBack(at.id());
        }
        return undone;
    }
}
