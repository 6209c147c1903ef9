package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.stampwright.vendor.order.OrderProgress;
import org.stampwright.vendor.order.OrderState;
import org.stampwright.vendor.order.OrderView;
import org.stampwright.vendor.order.Orders;
import org.stampwright.vendor.refusal.Refused;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Back from the card company's page: asks what became of it, shows how far it is, says so where nobody knows yet. */
@Named
@RequestScoped
public class ReturnPage {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Inject
    private OrderInPage order;
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

    /** Looks again, every two seconds. */
    public void look() {
        order.find().filter(view -> !view.state().isSettled()).map(OrderView::id).ifPresent(this::advance);
        leaveIfDone();
    }

    private void advance(UUID id) {
        progress.advance(id);
        order.changed();
    }

    private void leaveIfDone() {
        order.find().map(OrderView::state)
                .filter(state -> state.isPrintable() || state == OrderState.DRAFT)
                .ifPresent(order::goWhereItBelongs);
    }

    /** Gives the unpaid order up and begins another like it. */
    public void changeMind() {
        var id = order.id().orElseThrow();
        if (orders.cancel(order.callerFor(id), id) instanceof Refused<?> refused) {
            order.changed();
            Complaints.show(null, refused.refusal());
            return;
        }
        again();
    }

    /** Begins another order like this one. */
    public void again() {
        order.find().ifPresent(view -> draft.beginLike(view, "buy"));
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
        return waitsFor != null && !waitsFor.equals("consumer");
    }

    /** The steps of the way, each with whether it is behind. */
    public List<Milestone> getMilestones() {
        var state = order.getView().state();
        return List.of(new Milestone("Your card is checked", isPast(state, OrderState.HELD)),
                new Milestone("Your stamps are made", isPast(state, OrderState.SIGNED)),
                new Milestone("The post has entered them", isPast(state, OrderState.RECEIPTED)),
                new Milestone("Your card is charged", isPast(state, OrderState.CAPTURED)));
    }

    /** The states from placed to printed are declared in the order in which they are passed. */
    private static boolean isPast(OrderState state, OrderState milestone) {
        return !state.isUndone() && state.compareTo(milestone) >= 0;
    }

    /** A step of the way and whether it is behind. */
    public record Milestone(String what, boolean done) {
    }
}
