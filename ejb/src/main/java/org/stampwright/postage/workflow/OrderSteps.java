package org.stampwright.postage.workflow;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.OrderTransitions.Capture;

/**
 * The transitions of orders that also change their labels, each in one transaction with them. An order that another
 * caller has taken on is left out.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OrderSteps {

    @Inject
    private OrderTransitions transitions;

    @Inject
    private LabelSheets sheets;

    /**
     * Receipted → released, captured: marks the labels as used; a sheet without an owner becomes the buyer's.
     *
     * @return for each capture the order's row after it, or empty
     */
    public List<Optional<OrderSnapshot>> captured(List<Capture> captures) {
        List<Optional<OrderSnapshot>> released = transitions.captured(captures);
        List<OrderSnapshot> orders = released.stream().flatMap(Optional::stream).toList();
        if (!orders.isEmpty()) {
            sheets.use(
                    orders.stream().map(OrderSnapshot::id).toList(),
                    orders.stream().mapToInt(OrderSnapshot::pieces).sum());
        }
        return released;
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
