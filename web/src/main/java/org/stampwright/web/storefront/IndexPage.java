package org.stampwright.web.storefront;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stampwright.postage.rating.CurrentRates;
import org.stampwright.postage.rating.Edition;

/** The first page: "Do you have a label sheet?" */
@Named
@RequestScoped
public class IndexPage {

    @Inject
    private CurrentRates rates;

    @Inject
    private NewDraft draft;

    private Edition edition;
    private String serial;

    @PostConstruct
    void readRates() {
        edition = rates.edition().orElse(null);
    }

    /** Begins a draft order on this sheet, if it can be used. */
    public void open() {
        draft.begin(serial, "start:serial");
    }

    public List<ProductRow> getProducts() {
        return edition == null
                ? List.of()
                : edition.products().stream().map(ProductRow::new).toList();
    }

    public String getFee() {
        return edition.serviceFee().isZero()
                ? "No service fee."
                : "A service fee of " + Dollars.text(edition.serviceFee()) + " is added to each order.";
    }

    public String getSerial() {
        return serial;
    }

    public void setSerial(String serial) {
        this.serial = serial;
    }
}
