package org.stampwright.postage.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.rating.Price;
import org.stampwright.postage.rating.PricedLine;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * An order as its owner sees it.
 *
 * @param nextStep null unless the consumer has to act
 * @param sheet eleven characters, or null in a draft without one
 * @param stock name of the sheet's geometry, or null in a draft without one
 * @param startPosition first label, or null while none is chosen
 * @param positions labels reserved or used; empty in a draft and in an undone order
 * @param pieces the stamps with their labels; empty while there are no labels
 * @param price null in a draft without lines
 * @param currency ISO 4217 letters
 * @param receivedBy name of the server system that took the request, or null
 * @param frankedBy name of the server system that franked it, or null
 * @param address the request's network address
 * @param email the address for the receipt, or null
 * @param reason kind of the refusal that ended it, or null
 * @param detail the reason in words, or null
 * @param waitsFor the party that it waits for, or null
 */
public record OrderView(
        UUID id,
        OrderState state,
        int attempt,
        String channel,
        NextStep nextStep,
        String sheet,
        String stock,
        Integer startPosition,
        List<Integer> positions,
        List<PricedLine> lines,
        List<PieceView> pieces,
        Price price,
        String currency,
        String receivedBy,
        String frankedBy,
        String address,
        String email,
        Instant placedAt,
        Instant settledAt,
        ProblemKind reason,
        String detail,
        WaitsFor waitsFor) {

    public OrderView {
        positions = List.copyOf(positions);
        lines = List.copyOf(lines);
        pieces = List.copyOf(pieces);
    }
}
