package org.stampwright.postage.order;

import java.util.UUID;
import org.stampwright.postage.workflow.OrderProgress;

/**
 * A placed order, to be advanced by {@link OrderProgress#advanceUntilSettled}.
 *
 * @param repeated whether an earlier request with the same key and body placed it
 */
public record Placed(UUID order, boolean repeated) {}
