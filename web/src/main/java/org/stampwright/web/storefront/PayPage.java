package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import org.omnifaces.util.Faces;
import org.stampwright.postage.account.AccountKind;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.postage.refusal.Refused;
import org.stampwright.web.security.CurrentCaller;

/** Asks who pays: a guest by e-mail address, or an account. Then leads to the card company's page. */
@Named
@RequestScoped
public class PayPage {

    @Inject
    OrderInPage order;

    @Inject
    private CurrentCaller caller;

    @Inject
    private CardPage cardPage;

    @Inject
    private LoginForm form;

    @Inject
    private NewDraft draft;

    private String email;
    private String seen;

    /** Shows this page only for a draft with stamps in it. */
    public void enter() {
        var found = order.find();
        if (found.isEmpty()) {
            Pages.missing();
        } else if (found.get().state() != OrderState.DRAFT || found.get().price() == null) {
            order.goWhereItBelongs(found.get().state());
        } else {
            email = found.get().email();
        }
    }

    /** Places the order and redirects to the card company's page. */
    public void pay() {
        order.find().ifPresentOrElse(this::pay, Pages::missing);
    }

    /** Charges only what the page showed: another window may have changed the draft since. */
    private void pay(OrderView view) {
        if (view.state() == OrderState.DRAFT && !getSeen().equals(seen)) {
            RefusalMessages.show(
                    null,
                    "Your choice was changed in another window. It costs "
                            + getBill().total() + " now: look at it once more before you pay.");
            return;
        }
        var page = cardPage.open(order.callerFor(view.id()), view.id(), isAccount() ? null : email);
        if (page instanceof Granted<URI> granted) {
            Faces.redirect(granted.value().toString());
        } else if (page instanceof Refused<URI> refused) {
            order.changed();
            RefusalMessages.show("email".equals(refused.refusal().field()) ? "pay:email" : null, refused.refusal());
        }
    }

    /** Logs in; the draft is copied for the account. */
    public void enterAccount() {
        var earlier = order.find();
        if (earlier.isEmpty()) {
            Pages.missing();
        } else if (form.signIn(AccountKind.CONSUMER, "account:password")) {
            draft.beginLike(earlier.get(), "pay").ifPresent(refusal -> RefusalMessages.show(null, refusal));
        }
    }

    /** Returns whether the order belongs to the account that is logged in, which already has an e-mail address. */
    public boolean isAccount() {
        return caller.isConsumer()
                && order.id()
                        .filter(id -> order.callerFor(id).equals(caller.get()))
                        .isPresent();
    }

    public Bill getBill() {
        OrderView view = order.getView();
        return Bill.of(view.lines(), view.price());
    }

    /** Returns the bill that this page shows; the form sends it back. */
    public String getSeen() {
        return getBill().asSeen();
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }

    /** Returns the label of the button. */
    public String getPayLabel() {
        return "Pay " + getBill().total() + " by card";
    }

    public String getBackAddress() {
        return order.addressOf("buy");
    }

    public LoginForm getForm() {
        return form;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
