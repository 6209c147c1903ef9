package org.stampwright.postage.payment;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The state of one attempt to pay, see {@link Payments}. */
public enum PaymentState {
    OPENING,
    OPEN,
    REQUIRES_ACTION,
    HELD,
    CAPTURED,
    DECLINED,
    CANCELLED,
    EXPIRED;

    /** May still lead to a charge, or has. */
    static final List<PaymentState> LIVE = List.of(OPENING, OPEN, REQUIRES_ACTION, HELD, CAPTURED);

    /** Created at the company and not ended. */
    public static final List<PaymentState> AT_COMPANY = List.of(OPEN, REQUIRES_ACTION, HELD, CAPTURED);

    /** Live without a charge. */
    static final List<PaymentState> UNCAPTURED = List.of(OPENING, OPEN, REQUIRES_ACTION, HELD);

    /** Returns these states as the operand of an SQL {@code in}. */
    public static String sql(Collection<PaymentState> states) {
        return states.stream().map(state -> "'" + state.text() + "'").collect(Collectors.joining(", ", "(", ")"));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static PaymentState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Returns whether it may still lead to a charge, or has. */
    public boolean isLive() {
        return LIVE.contains(this);
    }
}
