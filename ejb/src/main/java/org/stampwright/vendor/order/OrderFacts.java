package org.stampwright.vendor.order;

import java.util.UUID;
import org.stampwright.indicium.Money;
import org.stampwright.vendor.payment.ToPay;

/**
 * What the next step of an order depends on, as read at one moment.
 *
 * @param overdue whether it was placed more than five minutes ago
 * @param frankedBy number of the server system that claimed it, or null
 * @param claimIsOld whether that was more than a lease of a PSD ago
 */
public record OrderFacts(Standing standing, Channel channel, ToPay pay, String reason, String waitsFor, boolean overdue,
        Long frankedBy, boolean claimIsOld) {

    OrderState state() {
        return standing.state();
    }

    UUID order() {
        return standing.order();
    }

    /** The columns as {@link OrderSteps#facts} selects them. */
    static OrderFacts of(UUID order, Object[] row) {
        Standing standing = new Standing(order, OrderState.of((String) row[0]), ((Number) row[1]).intValue());
        ToPay pay = row[3] == null ? null : new ToPay(order, Money.ofMills(((Number) row[3]).longValue()),
                ((Number) row[4]).intValue(), (String) row[5], (String) row[6]);
        return new OrderFacts(standing, Channel.of((String) row[2]), pay, (String) row[7], (String) row[8],
                (Boolean) row[9], row[10] == null ? null : ((Number) row[10]).longValue(), Boolean.TRUE.equals(row[11]));
    }
}
