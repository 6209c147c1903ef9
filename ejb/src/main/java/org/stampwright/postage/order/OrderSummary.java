package org.stampwright.postage.order;

import java.time.Instant;
import java.util.UUID;
import org.stampwright.indicium.Money;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.refusal.ProblemKind;

/** An order in an operator's list; absent names are null. */
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
        ProblemKind reason,
        WaitsFor waitsFor) {}
