package org.stampwright.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.stampwright.postage.order.OrderSummary;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.Orders;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.web.security.CurrentCaller;
import org.stampwright.web.storefront.Pages;

/** Lists the newest orders, all or those of one state, and shows one of them in detail. */
@Named("operatorOrdersPage")
@RequestScoped
public class OrdersPage {

    @Inject
    private Orders orders;

    @Inject
    private CurrentCaller caller;

    private OrderView order;

    /** Reads the order that the address names, if it names one. */
    public void enter() {
        Pages.order().map(id -> orders.view(caller.operator(), id)).ifPresent(answer -> {
            if (answer instanceof Granted<OrderView> granted) {
                order = granted.value();
            }
        });
    }

    public List<OrderSummary> getList() {
        return orders.search(caller.operator(), wanted().orElse(null));
    }

    private static Optional<OrderState> wanted() {
        var state = Faces.getRequestParameter("state");
        return Arrays.stream(OrderState.values())
                .filter(each -> each.text().equals(state))
                .findFirst();
    }

    /** Returns the state that the list shows, or an empty text for all. */
    public String getState() {
        return wanted().map(OrderState::text).orElse("");
    }

    public List<String> getStates() {
        return Arrays.stream(OrderState.values()).map(OrderState::text).toList();
    }

    public OrderView getOrder() {
        return order;
    }

    /** Returns the colour class of a state: good, bad, wait or calm. */
    public String mood(OrderState state) {
        if (state.isUndone()) {
            return "calm";
        }
        return state.isPrintable() ? "good" : "wait";
    }
}
