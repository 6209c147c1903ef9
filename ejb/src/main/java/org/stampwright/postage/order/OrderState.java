package org.stampwright.postage.order;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an order is on its way, see {@link PostageOrder}. */
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

    private static final Set<OrderState> SETTLED = EnumSet.of(RELEASED, PRINTED, DECLINED, CANCELLED, EXPIRED);
    private static final Set<OrderState> UNPAID = EnumSet.of(PLACED, REQUIRES_ACTION);
    private static final Set<OrderState> UNDONE = EnumSet.of(DECLINED, CANCELLED, EXPIRED);

    /** As stored and as the API names it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static OrderState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Nothing more happens by itself. */
    public boolean isSettled() {
        return SETTLED.contains(this);
    }

    /** The stamps may be printed. */
    public boolean isPrintable() {
        return this == RELEASED || this == PRINTED;
    }

    /** It came to nothing. */
    public boolean isUndone() {
        return UNDONE.contains(this);
    }

    /** Labels are reserved but no card is held yet. */
    boolean isUnpaid() {
        return UNPAID.contains(this);
    }
}
