package org.stampwright.postage.rating;

import java.io.Serializable;
import java.util.Objects;

/** Edition and product: the key of a {@link Rate}, as JPA requires it. */
public class RateKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private long edition;
    private String product;

    public RateKey() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof RateKey key && key.edition == edition && key.product.equals(product);
    }

    @Override
    public int hashCode() {
        return Objects.hash(edition, product);
    }
}
