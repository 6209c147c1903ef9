package org.stampwright.postage.order;

import java.time.Instant;
import java.util.UUID;
import org.stampwright.indicium.Money;

/** An order in an operator's list; names are null where there is none yet. */
public record OrderSummary(
        UUID id,
        OrderState state,
        int attempt,
        String channel,
        String sheet,
        int pieces,
        Money total,
        String receivedBy,
        String frankedBy,
        String address,
        Instant placedAt,
        String reason,
        String waitsFor) {}
