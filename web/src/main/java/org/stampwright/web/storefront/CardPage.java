package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.stampwright.vendor.account.Caller;
import org.stampwright.vendor.order.CheckoutPages;
import org.stampwright.vendor.order.Drafts;
import org.stampwright.vendor.order.OrderState;
import org.stampwright.vendor.order.Orders;
import org.stampwright.vendor.order.OrderView;
import org.stampwright.vendor.order.PlacingOrders;
import org.stampwright.vendor.refusal.Answer;
import org.stampwright.vendor.refusal.Granted;
import org.stampwright.vendor.refusal.Refused;

import java.net.URI;
import java.util.UUID;

/** The way from a draft to the card company's page. */
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
     * Places the draft and answers the page's address. An order that is no draft any more, because the button was pressed
     * twice, leads to the same page again.
     *
     * @param email where a guest's receipt goes; null for an account, which has an address
     */
    public Answer<URI> open(Caller owner, UUID order, String email) {
        return place(owner, order, email) instanceof Refused<?> refused && isDraft(owner, order) ? refused.as()
                : checkout.open(owner, order);
    }

    private Answer<?> place(Caller owner, UUID order, String email) {
        if (email != null && drafts.chooseEmail(owner, order, email) instanceof Refused<String> refused) {
            return refused;
        }
        return placing.placeDraft(owner, order);
    }

    private boolean isDraft(Caller owner, UUID order) {
        return orders.view(owner, order) instanceof Granted<OrderView> found
                && found.value().state() == OrderState.DRAFT;
    }
}
