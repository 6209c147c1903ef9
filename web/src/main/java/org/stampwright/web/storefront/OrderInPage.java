package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.Orders;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.web.security.OrderKeys;

/** The order of a page: the one in its {@code order} parameter, as the current caller may see it. */
@Named
@RequestScoped
public class OrderInPage {

    @Inject
    private Orders orders;

    @Inject
    private OrderKeys keys;

    private OrderView view;

    /** Returns the order; empty if there is none for this caller. */
    public Optional<OrderView> find() {
        if (view == null) {
            id().ifPresent(this::load);
        }
        return Optional.ofNullable(view);
    }

    /** Discards the loaded order, because it has just changed. */
    public void changed() {
        view = null;
    }

    private void load(UUID id) {
        if (orders.view(callerFor(id), id) instanceof Granted<OrderView> granted) {
            view = granted.value();
        }
    }

    /** Returns the order as pages show it, once {@link #find} has found it. */
    public OrderView getView() {
        return find().orElse(null);
    }

    public Optional<UUID> id() {
        return Pages.order();
    }

    public Caller callerFor(UUID order) {
        return keys.callerFor(order);
    }

    /** Returns the guest's token that this browser sent, or null; links and forms on this page pass it on. */
    public String getKey() {
        return id().flatMap(keys::tokenFor).orElse(null);
    }

    /** Returns the address of a page of the shop for this order. */
    public String addressOf(String page) {
        return withKey(page + "?order=" + id().orElseThrow(), '&');
    }

    /** Returns the address, with the guest's token after this separator if this browser sent one. */
    public String withKey(String address, char separator) {
        var key = getKey();
        return key == null
                ? address
                : address + separator + OrderKeys.PARAMETER + "=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    /** Redirects the browser to the page for an order of this state. */
    public void goWhereItBelongs(OrderState state) {
        Faces.redirect(addressOf(pageOf(state)));
    }

    static String pageOf(OrderState state) {
        if (state == OrderState.DRAFT) {
            return "buy";
        }
        return state.isPrintable() ? "order" : "return";
    }
}
