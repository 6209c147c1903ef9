package org.stampwright.postage.order;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.orderstate.Channel;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.payment.CardHold;
import org.stampwright.postage.payment.PaymentView;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;
import org.stampwright.postage.workflow.PaymentStep;

/**
 * Opens the card company's page for a placed storefront order. The page's id and address are committed before they are
 * returned; an order that has a page already gets the same one again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CheckoutPages {

    @Inject
    private Orders orders;

    @Inject
    private OrderTransitions transitions;

    @Inject
    private CardHold cards;

    @Inject
    private SellingStop stop;

    /**
     * Returns the page's address. Refusals: not-found, too-late (nothing to pay), selling-stopped, still-running (the
     * card company does not answer).
     */
    public Answer<URI> open(Caller caller, UUID id) {
        return orders.view(caller, id).flatMap(this::open);
    }

    private Answer<URI> open(OrderView order) {
        if (order.state() != OrderState.PLACED || !order.channel().equals(Channel.STOREFRONT.text())) {
            return Answer.refused(
                    ProblemKind.TOO_LATE, "This order is " + order.state().text() + "; there is nothing to pay now.");
        }
        Optional<Refusal> stopped = stop.refusal();
        if (stopped.isPresent()) {
            return Answer.refused(stopped.get());
        }
        Optional<PaymentView> page =
                transitions.find(order.id()).map(PaymentStep::toPay).flatMap(cards::openPage);
        if (page.isEmpty() || !page.get().state().isLive()) {
            return Answer.refused(
                    ProblemKind.TOO_LATE,
                    page.map(PaymentView::message).orElse("This order can no longer be paid. Start a new one."));
        }
        return page.get().isAtCompany()
                ? Answer.granted(URI.create(page.get().url()))
                : Answer.refused(ProblemKind.STILL_RUNNING, "The card company does not answer. Try again in a moment.");
    }
}
