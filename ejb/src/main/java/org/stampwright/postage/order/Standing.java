package org.stampwright.postage.order;

import java.util.UUID;
import org.stampwright.postage.orderstate.OrderState;

/** Where an order stood when it was read; a step counts only if it stands there still. */
public record Standing(UUID order, OrderState state, int attempt) {}
