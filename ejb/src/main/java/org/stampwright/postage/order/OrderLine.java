package org.stampwright.postage.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.stampwright.indicium.Money;
import org.stampwright.postage.rating.PricedLine;

/**
 * A line of an order with the values of its rate edition; replaceable while the order is a draft, immutable afterwards.
 */
@Entity
@Table(name = "order_line")
@IdClass(OrderLineKey.class)
class OrderLine {

    @Id
    @Column(name = "order_id")
    private UUID order;

    @Id
    private int line;

    private String product;
    private String description;

    @Column(name = "rate_category")
    private String rateCategory;

    private int quantity;

    @Column(name = "unit_value")
    private long unitValue;

    protected OrderLine() {}

    OrderLine(UUID order, int line, PricedLine priced) {
        this.order = order;
        this.line = line;
        this.product = priced.product();
        this.description = priced.description();
        this.rateCategory = priced.rateCategory();
        this.quantity = priced.quantity();
        this.unitValue = priced.unitValue().mills();
    }

    PricedLine priced() {
        return new PricedLine(product, description, rateCategory, quantity, Money.ofMills(unitValue));
    }
}
