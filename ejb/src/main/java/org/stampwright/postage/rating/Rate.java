package org.stampwright.postage.rating;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.stampwright.indicium.Money;

/** One product's line in a rate edition, as stored. */
@Entity
@Table(name = "rate")
@IdClass(RateKey.class)
class Rate {

    @Id
    @ManyToOne(optional = false)
    @JoinColumn(name = "edition_id")
    private RateEdition edition;

    @Id
    private String product;

    private int place;
    private String description;
    private String kind;

    @Column(name = "value")
    private Long value;

    private long minimum;
    private long maximum;

    @Column(name = "rate_category")
    private String rateCategory;

    protected Rate() {}

    Rate(RateEdition edition, int place, Product product) {
        this.edition = edition;
        this.place = place;
        this.product = product.product();
        this.description = product.description();
        this.kind = product.kind();
        this.value = product.isFixed() ? product.value().mills() : null;
        this.minimum = product.minimum().mills();
        this.maximum = product.maximum().mills();
        this.rateCategory = product.rateCategory();
    }

    Product view() {
        return new Product(
                product,
                description,
                kind,
                value == null ? null : Money.ofMills(value),
                Money.ofMills(minimum),
                Money.ofMills(maximum),
                rateCategory);
    }
}
