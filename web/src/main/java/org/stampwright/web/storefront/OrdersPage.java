package org.stampwright.web.storefront;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.Orders;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.rating.PricedLine;
import org.stampwright.web.security.CurrentCaller;

/** Lists the orders of the account that is logged in. A sheet that was only looked up is not an order. */
@Named
@RequestScoped
public class OrdersPage {

    @Inject
    private Orders orders;

    @Inject
    private CurrentCaller caller;

    private List<OrderView> list;

    @PostConstruct
    void read() {
        list = orders.mine(caller.get()).stream()
                .filter(order -> !order.lines().isEmpty())
                .toList();
    }

    public List<OrderView> getList() {
        return list;
    }

    /** Returns the page where the order continues. */
    public String address(OrderView order) {
        return "/" + OrderInPage.pageOf(order.state()) + "?order=" + order.id();
    }

    public String what(OrderView order) {
        return order.lines().stream().map(OrdersPage::words).collect(Collectors.joining(", "));
    }

    private static String words(PricedLine line) {
        return line.quantity() + " × " + line.description();
    }

    public String total(OrderView order) {
        return order.price() == null ? "" : Dollars.text(order.price().total());
    }

    /** Returns the state in a buyer's words. */
    public String state(OrderView order) {
        return switch (order.state()) {
            case DRAFT -> "begun";
            case PLACED, REQUIRES_ACTION -> "to be paid";
            case HELD, CLAIMED, FRANKED, SIGNED, RECEIPTED, CAPTURED -> "being made";
            case RELEASED -> "ready to print";
            case PRINTED -> "printed";
            case DECLINED -> "card declined";
            case CANCELLED -> "cancelled";
            case EXPIRED -> "not paid in time";
        };
    }

    public String mood(OrderView order) {
        if (order.state().isPrintable()) {
            return "good";
        }
        return order.state().isUndone() || order.state() == OrderState.DRAFT ? "calm" : "wait";
    }
}
