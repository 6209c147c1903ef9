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
import org.stampwright.postage.workflow.OrderProgress;

/** Back from the card company's page: asks what became of it, shows how far it is, says so where nobody knows yet. */
@Named
@RequestScoped
public class ReturnPage {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Inject
    OrderInPage order;

    @Inject
    private OrderProgress progress;

    @Inject
    private Orders orders;

    @Inject
    private NewDraft draft;

    /** Coming to the page is a hint that something may have happened: the order is taken as far as it goes. */
    public void enter() {
        var found = order.find();
        if (found.isEmpty()) {
            Pages.missing();
            return;
        }
        if (!found.get().state().isSettled() && found.get().state() != OrderState.DRAFT) {
            progress.advanceUntilSettled(found.get().id(), PATIENCE);
            order.changed();
        }
        leaveIfDone();
    }

    /**
     * Looks again, every two seconds; every five while it is the consumer's turn, and then only at what we know: the card
     * company tells when they have paid, perhaps in another window.
     */
    public void look() {
        order.find()
                .filter(view -> !view.state().isSettled() && !isWaitingForYou())
                .map(OrderView::id)
                .ifPresent(this::advance);
        leaveIfDone();
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

    /** Gives the unpaid order up and begins another like it. */
    public void changeMind() {
        var found = order.find().map(OrderView::id);
        if (found.isEmpty()) {
            Pages.missing();
        } else if (orders.cancel(order.callerFor(found.get()), found.get()) instanceof Refused<?> refused) {
            order.changed();
            Complaints.show(null, refused.refusal());
        } else {
            order.changed();
            again();
        }
    }

    /** Begins another order like this one. */
    public void again() {
        order.find().ifPresentOrElse(this::beginLike, Pages::missing);
    }

    private void beginLike(OrderView earlier) {
        draft.beginLike(earlier, "buy").ifPresent(refusal -> Complaints.show(null, refusal));
    }

    /** Whether the consumer has to do something on a page elsewhere, as far as we can say. */
    public boolean isWaitingForYou() {
        return order.getView().nextStep() != null && !isFindingOut();
    }

    public boolean isUndone() {
        return order.getView().state().isUndone();
    }

    /** What became of it, in words. */
    public String getWhy() {
        var detail = order.getView().detail();
        return detail == null ? "The order was not paid." : detail;
    }

    /** Whether somebody does not answer, so that it takes longer. */
    public boolean isFindingOut() {
        var waitsFor = order.getView().waitsFor();
        return waitsFor != null && waitsFor != WaitsFor.CONSUMER;
    }

    /** The steps of the way, each with whether it is behind. */
    public List<Milestone> getMilestones() {
        return Milestone.of(order.getView().state());
    }
}
