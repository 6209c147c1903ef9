package org.stampwright.postage.orderstate;

import java.util.UUID;
import org.stampwright.indicium.Money;

/** Snapshots for tests that need an order and no database. */
public final class Snapshots {

    private Snapshots() {}

    /** Returns a storefront order in this state, claimed by that server system or, with null, by none. */
    public static OrderSnapshot of(UUID order, int attempt, OrderState state, Long frankedBy) {
        return new OrderSnapshot(
                new OrderRef(order, attempt),
                state,
                Channel.STOREFRONT,
                null,
                "ann@example.org",
                "ann@example.org",
                "127.0.0.1",
                frankedBy,
                "T000000001",
                1,
                Money.ofMills(1000),
                null,
                null,
                null,
                null,
                null,
                false,
                true,
                false);
    }
}
