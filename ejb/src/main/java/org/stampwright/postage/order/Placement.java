package org.stampwright.postage.order;

import java.util.List;
import org.stampwright.postage.rating.LineRequest;

/**
 * An order as an API client requests it, unchecked.
 *
 * @param idempotencyKey header Idempotency-Key, or null
 * @param remoteAddress network address of the request
 * @param sheet the serial number as typed
 * @param startPosition the first label to use, or null for the first free one
 * @param paymentMethod the card company's name for the card, {@code pm_…}
 */
public record Placement(
        String idempotencyKey,
        String remoteAddress,
        String sheet,
        Integer startPosition,
        List<LineRequest> lines,
        String paymentMethod) {

    public Placement {
        lines = List.copyOf(lines);
    }

    /** Returns the same hash for the same order, however it was formatted; neither key nor address is part of it. */
    byte[] hash() {
        return RequestHash.of(sheet, startPosition, lines, paymentMethod);
    }
}
