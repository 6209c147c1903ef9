package org.stampwright.postage.order;

import java.util.UUID;
import org.stampwright.indicium.Money;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.payment.ToPay;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * What the next step of an order depends on, as read at one moment.
 *
 * @param reason why its last franking was given up (a kind of refusal), or null
 * @param detail the same for the consumer
 * @param overdue whether it was placed more than five minutes ago
 */
public record OrderFacts(
        Standing standing,
        Channel channel,
        ToPay pay,
        ProblemKind reason,
        String detail,
        WaitsFor waitsFor,
        boolean overdue) {

    OrderState state() {
        return standing.state();
    }

    UUID order() {
        return standing.order();
    }

    /** The columns as {@link OrderSteps#facts} selects them. */
    static OrderFacts of(UUID order, Object[] row) {
        Standing standing = new Standing(order, OrderState.of((String) row[0]), ((Number) row[1]).intValue());
        ToPay pay = row[3] == null
                ? null
                : new ToPay(
                        order,
                        Money.ofMills(((Number) row[3]).longValue()),
                        ((Number) row[4]).intValue(),
                        (String) row[5],
                        (String) row[6]);
        return new OrderFacts(
                standing,
                Channel.of((String) row[2]),
                pay,
                ProblemKind.of((String) row[7]),
                (String) row[8],
                WaitsFor.of((String) row[9]),
                (Boolean) row[10]);
    }
}
