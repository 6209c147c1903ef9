package org.stampwright.postage.order;

import java.util.List;
import org.stampwright.postage.rating.LineRequest;

/**
 * An order as an API client asks for it, unchecked.
 *
 * @param idempotencyKey header Idempotency-Key, or null
 * @param remoteAddress network address of the request
 * @param sheet the serial number as typed
 * @param startPosition where to begin, or null for the first free label
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

    /** The same for the same order, however it was written down; neither key nor address is part of it. */
    byte[] hash() {
        return RequestHash.of(sheet, startPosition, lines, paymentMethod);
    }
}
