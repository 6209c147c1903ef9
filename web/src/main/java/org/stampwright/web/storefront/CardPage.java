package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.order.CheckoutPages;
import org.stampwright.postage.order.Drafts;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.Orders;
import org.stampwright.postage.order.Placed;
import org.stampwright.postage.order.PlacingOrders;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.Granted;

/** Leads from a draft to the card company's page. */
@RequestScoped
class CardPage {

    @Inject
    private Drafts drafts;

    @Inject
    private PlacingOrders placing;

    @Inject
    private CheckoutPages checkout;

    @Inject
    private Orders orders;

    /**
     * Places the draft and returns the URL of the card company's page. An order that is no longer a draft, because the
     * button was pressed twice, leads to the same page again.
     *
     * @param email where a guest's receipt goes; null for an account, which has an address
     */
    public Answer<URI> open(Caller owner, UUID order, String email) {
        return place(owner, order, email)
                .fold(
                        placed -> checkout.open(owner, order),
                        refusal -> isDraft(owner, order) ? Answer.refused(refusal) : checkout.open(owner, order));
    }

    private Answer<Placed> place(Caller owner, UUID order, String email) {
        return email == null
                ? placing.placeDraft(owner, order)
                : drafts.chooseEmail(owner, order, email).flatMap(chosen -> placing.placeDraft(owner, order));
    }

    private boolean isDraft(Caller owner, UUID order) {
        return orders.view(owner, order) instanceof Granted<OrderView> found
                && found.value().state() == OrderState.DRAFT;
    }
}
