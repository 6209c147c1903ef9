package org.stampwright.postage.worker;

import java.util.ArrayList;
import java.util.List;
import org.stampwright.indicium.Money;
import org.stampwright.postage.ledger.WaitingOrder;

/** The orders that wait for one PSD, in order of arrival. Only its owner's thread uses it, except for the length. */
final class WaitingOrders {

    private static final int MOST_ORDERS = 64;
    private static final int MOST_PIECES = 1000;

    private final List<WaitingOrder> line = new ArrayList<>();
    private volatile int length;

    void add(WaitingOrder order) {
        line.add(order);
        length = line.size();
    }

    void remove(List<WaitingOrder> orders) {
        line.removeAll(orders);
        length = line.size();
    }

    /** Returns a copy. */
    List<WaitingOrder> all() {
        return List.copyOf(line);
    }

    int length() {
        return length;
    }

    /** Returns the leading orders that this amount covers, as many as one entry takes. */
    List<WaitingOrder> covered(Money descending) {
        List<WaitingOrder> covered = new ArrayList<>();
        Money left = descending;
        int pieces = 0;
        for (WaitingOrder order : line) {
            boolean fits = covered.isEmpty() || pieces + order.pieces().size() <= MOST_PIECES;
            if (fits && left.compareTo(order.total()) >= 0 && covered.size() < MOST_ORDERS) {
                covered.add(order);
                left = left.minus(order.total());
                pieces += order.pieces().size();
            }
        }
        return covered;
    }
}
