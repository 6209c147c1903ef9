package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.Orders;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.refusal.Refused;
import org.stampwright.postage.workflow.OrderDrivers;
import org.stampwright.postage.workflow.OrderProgress;

/**
 * The page after the card company's page: queries the payment, shows the progress, and says so while the result is not
 * known.
 */
@Named
@RequestScoped
public class ReturnPage {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Inject
    OrderInPage order;

    @Inject
    private OrderProgress progress;

    @Inject
    private OrderDrivers drivers;

    @Inject
    private Orders orders;

    @Inject
    private NewDraft draft;

    /**
     * Continues the order as far as possible, because a visit to this page is a hint that the payment may have changed.
     */
    public void enter() {
        var found = order.find();
        if (found.isEmpty()) {
            Pages.missing();
            return;
        }
        if (!found.get().state().isSettled() && found.get().state() != OrderState.DRAFT) {
            waitFor(found.get().id());
            order.changed();
        }
        leaveIfDone();
    }

    /**
     * Polls every two seconds. While the consumer has to act, it polls every five seconds, and only the vendor's own
     * record: the card company sends an event when the consumer has paid, perhaps in another window.
     */
    public void look() {
        order.find()
                .filter(view -> !view.state().isSettled() && !isWaitingForYou())
                .map(OrderView::id)
                .ifPresent(this::advance);
        leaveIfDone();
    }

    private void waitFor(UUID id) {
        try (OrderDrivers.Room room = drivers.reserve()) {
            if (room != null) {
                room.advance(id, PATIENCE);
            }
        }
    }

    private void advance(UUID id) {
        progress.advance(id);
        order.changed();
    }

    private void leaveIfDone() {
        order.find()
                .map(OrderView::state)
                .filter(state -> state.isPrintable() || state == OrderState.DRAFT)
                .ifPresent(order::goWhereItBelongs);
    }

    /** Cancels the unpaid order and begins another one with the same content. */
    public void changeMind() {
        var found = order.find().map(OrderView::id);
        if (found.isEmpty()) {
            Pages.missing();
        } else if (orders.cancel(order.callerFor(found.get()), found.get()) instanceof Refused<?> refused) {
            order.changed();
            RefusalMessages.show(null, refused.refusal());
        } else {
            order.changed();
            again();
        }
    }

    /** Begins another order with the same content. */
    public void again() {
        order.find().ifPresentOrElse(this::beginLike, Pages::missing);
    }

    private void beginLike(OrderView earlier) {
        draft.beginLike(earlier, "buy").ifPresent(refusal -> RefusalMessages.show(null, refusal));
    }

    /** Returns whether the consumer has to act on another site's page, as far as the vendor knows. */
    public boolean isWaitingForYou() {
        return order.getView().nextStep() != null && !isFindingOut();
    }

    public boolean isUndone() {
        return order.getView().state().isUndone();
    }

    /** Returns the outcome, in words. */
    public String getWhy() {
        var detail = order.getView().detail();
        return detail == null ? "The order was not paid." : detail;
    }

    /** Returns whether an outside system does not respond, so that the order takes longer. */
    public boolean isFindingOut() {
        var waitsFor = order.getView().waitsFor();
        return waitsFor != null && waitsFor != WaitsFor.CONSUMER;
    }

    /** Returns the steps of the order, each with whether it is complete. */
    public List<Milestone> getMilestones() {
        return Milestone.of(order.getView().state());
    }
}
