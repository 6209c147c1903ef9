package org.stampwright.postage.order;

import java.util.UUID;
import org.stampwright.postage.workflow.OrderProgress;

/**
 * The order exists; let {@link OrderProgress#advanceUntilSettled} take it further.
 *
 * @param repeated whether it was placed before by the same key and body
 */
public record Placed(UUID order, boolean repeated) {}
