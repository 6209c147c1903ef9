package org.stampwright.web.storefront;

import org.stampwright.indicium.Money;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.rating.PricedLine;
import org.stampwright.postage.rating.Product;

/** A product and its quantity, as the page's fields hold them. */
public class ProductRow {

    private final Product product;
    private Integer quantity;
    private Money value;

    ProductRow(Product product) {
        this.product = product;
    }

    void take(PricedLine line) {
        quantity = line.quantity();
        value = product.isFixed() ? null : line.unitValue();
    }

    boolean isWanted() {
        return quantity != null && quantity != 0;
    }

    LineRequest request() {
        return new LineRequest(product.product(), quantity, value == null ? null : Long.valueOf(value.mills()));
    }

    boolean isOf(PricedLine line) {
        return product.product().equals(line.product());
    }

    public Product getProduct() {
        return product;
    }

    /** Returns the price of one, in words. */
    public String getPrice() {
        return product.isFixed()
                ? Dollars.text(product.value())
                : Dollars.text(product.minimum()) + " to " + Dollars.text(product.maximum());
    }

    public Integer getQuantity() {
        return quantity;
    }

    public void setQuantity(Integer quantity) {
        this.quantity = quantity;
    }

    public Money getValue() {
        return value;
    }

    public void setValue(Money value) {
        this.value = value;
    }
}
