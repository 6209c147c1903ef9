package org.stampwright.postage.rating;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stampwright.indicium.Money;

/** One rate edition as stored; written once by an import and never changed. */
@Entity
@Table(name = "rate_edition")
class RateEdition {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "service_fee")
    private long serviceFee;

    @Column(name = "smallest_order")
    private long smallestOrder;

    @Column(name = "imported_by")
    private String importedBy;

    @Column(name = "imported_at")
    private Instant importedAt;

    @OneToMany(mappedBy = "edition", cascade = CascadeType.PERSIST, fetch = FetchType.EAGER)
    @OrderBy("place")
    private List<Rate> rates = new ArrayList<>();

    protected RateEdition() {}

    RateEdition(NewRates rates, String importedBy, Instant now) {
        this.validFrom = rates.validFrom();
        this.serviceFee = rates.serviceFee().mills();
        this.smallestOrder = rates.smallestOrder().mills();
        this.importedBy = importedBy;
        this.importedAt = now;
    }

    /** Adds the products, after the edition has its number. */
    void add(List<Product> products) {
        for (Product product : products) {
            rates.add(new Rate(this, rates.size() + 1, product));
        }
    }

    long id() {
        return id;
    }

    Edition view() {
        return new Edition(
                id,
                validFrom,
                Money.ofMills(serviceFee),
                Money.ofMills(smallestOrder),
                rates.stream().map(Rate::view).toList());
    }
}
