package org.stampwright.postage.orderstate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The state of an order, see {@code order.PostageOrder}. */
public enum OrderState {
    DRAFT,
    PLACED,
    REQUIRES_ACTION,
    HELD,
    CLAIMED,
    FRANKED,
    SIGNED,
    RECEIPTED,
    CAPTURED,
    RELEASED,
    PRINTED,
    DECLINED,
    CANCELLED,
    EXPIRED;

    /** Placed, and neither released nor undone: the recovery job retries each of these until it is settled. */
    public static final Set<OrderState> UNFINISHED = Collections.unmodifiableSet(EnumSet.range(PLACED, CAPTURED));

    /** Labels are reserved but the card company holds no amount yet. */
    public static final Set<OrderState> UNPAID = Collections.unmodifiableSet(EnumSet.of(PLACED, REQUIRES_ACTION));

    /** The card company holds the total, or has captured it, and the order was not undone. */
    public static final Set<OrderState> PAID = Collections.unmodifiableSet(EnumSet.range(HELD, PRINTED));

    /** A server system has claimed it and the authority has not confirmed its ledger entry. */
    public static final Set<OrderState> UNDERWAY = Collections.unmodifiableSet(EnumSet.range(CLAIMED, SIGNED));

    /** Returns whether no further step follows by itself. */
    public static final Set<OrderState> SETTLED =
            Collections.unmodifiableSet(EnumSet.of(RELEASED, PRINTED, DECLINED, CANCELLED, EXPIRED));

    /** Returns whether the order was undone. */
    public static final Set<OrderState> UNDONE = Collections.unmodifiableSet(EnumSet.of(DECLINED, CANCELLED, EXPIRED));

    /** Returns these states as the operand of an SQL {@code in}. */
    public static String sql(Set<OrderState> states) {
        return states.stream().map(state -> "'" + state.text() + "'").collect(Collectors.joining(", ", "(", ")"));
    }

    /** Returns the word as stored and as the API gives it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static OrderState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Returns whether no further step follows by itself. */
    public boolean isSettled() {
        return SETTLED.contains(this);
    }

    /** Returns whether it is placed and not settled. */
    public boolean isUnfinished() {
        return UNFINISHED.contains(this);
    }

    /** Returns whether the stamps may be printed. */
    public boolean isPrintable() {
        return this == RELEASED || this == PRINTED;
    }

    /** Returns whether the order was undone. */
    public boolean isUndone() {
        return UNDONE.contains(this);
    }

    /** Returns whether labels are reserved but no amount is held yet. */
    public boolean isUnpaid() {
        return UNPAID.contains(this);
    }
}
