package org.stampwright.postage.order;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Order and line: the key of an {@link OrderLine}, as JPA requires it. */
public class OrderLineKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID order;
    private int line;

    public OrderLineKey() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderLineKey key && key.line == line && key.order.equals(order);
    }

    @Override
    public int hashCode() {
        return Objects.hash(order, line);
    }
}
