package org.stampwright.postage.payment;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Order and number: the key of a {@link Payment}, as JPA requires it. */
public class PaymentKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID order;
    private int number;

    public PaymentKey() {}

    PaymentKey(UUID order, int number) {
        this.order = order;
        this.number = number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PaymentKey key && key.number == number && key.order.equals(order);
    }

    @Override
    public int hashCode() {
        return Objects.hash(order, number);
    }
}
