package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.stampwright.vendor.account.AccountKind;
import org.stampwright.vendor.account.Accounts;
import org.stampwright.vendor.account.Caller;
import org.stampwright.vendor.order.CheckoutPages;
import org.stampwright.vendor.order.Drafts;
import org.stampwright.vendor.order.OrderState;
import org.stampwright.vendor.order.OrderView;
import org.stampwright.vendor.order.PlacingOrders;
import org.stampwright.vendor.refusal.Answer;
import org.stampwright.vendor.refusal.Granted;
import org.stampwright.vendor.refusal.Refusal;
import org.stampwright.vendor.refusal.Refused;
import org.stampwright.web.security.CurrentCaller;
import org.stampwright.web.security.SignedIn;

import java.net.URI;
import java.util.UUID;

/** Who pays: a guest by e-mail address, or an account. Then on to the card company's page. */
@Named
@RequestScoped
public class PayPage {

    @Inject
    private OrderInPage order;
    @Inject
    private CurrentCaller caller;
    @Inject
    private Drafts drafts;
    @Inject
    private PlacingOrders placing;
    @Inject
    private CheckoutPages checkout;
    @Inject
    private Accounts accounts;
    @Inject
    private NewDraft draft;

    private String email;
    private String login;
    private String password;

    /** Shows this page for a draft with stamps in it only. */
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

    /** Places the order and leads to the card company's page. */
    public void pay() {
        var id = order.id().orElseThrow();
        var owner = order.callerFor(id);
        if (place(owner, id) instanceof Refused<?> refused && isStillADraft()) {
            complain(refused.refusal());
            return;
        }
        var page = checkout.open(owner, id);
        if (page instanceof Granted<URI> granted) {
            Faces.redirect(granted.value().toString());
        } else {
            complain(((Refused<URI>) page).refusal());
        }
    }

    private Answer<?> place(Caller owner, UUID id) {
        if (!isAccount() && drafts.chooseEmail(owner, id, email) instanceof Refused<String> refused) {
            return refused;
        }
        return placing.placeDraft(owner, id);
    }

    /** It is none any more where the button was pressed twice: the second time leads to the same page. */
    private boolean isStillADraft() {
        order.changed();
        return order.find().filter(view -> view.state() == OrderState.DRAFT).isPresent();
    }

    /** Logs in; what was chosen becomes a draft of the account. */
    public void enterAccount() {
        var answer = accounts.authenticate(AccountKind.CONSUMER, login, password, Faces.getRequest().getRemoteAddr());
        if (answer instanceof Refused<Caller> refused) {
            Complaints.show("account:password", refused.refusal());
            return;
        }
        var earlier = order.find();
        SignedIn.as(((Granted<Caller>) answer).value(), Faces.getRequest());
        earlier.ifPresent(view -> draft.beginLike(view, "pay"));
    }

    private static void complain(Refusal refusal) {
        Complaints.show("email".equals(refusal.field()) ? "pay:email" : null, refusal);
    }

    /** Whether the order belongs to the account that is logged in, which has an e-mail address already. */
    public boolean isAccount() {
        return order.id().filter(this::isOfAccount).isPresent();
    }

    private boolean isOfAccount(UUID id) {
        return caller.isConsumer() && order.callerFor(id).equals(caller.get());
    }

    public Bill getBill() {
        OrderView view = order.getView();
        return Bill.of(view.lines(), view.price());
    }

    /** What the button says. */
    public String getPayLabel() {
        return "Pay " + getBill().total() + " by card";
    }

    public String getBackAddress() {
        return order.addressOf("buy");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
