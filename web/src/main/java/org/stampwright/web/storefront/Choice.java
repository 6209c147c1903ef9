package org.stampwright.web.storefront;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.omnifaces.util.Faces;
import org.stampwright.postage.label.Buyer;
import org.stampwright.postage.label.SheetView;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.PlacingOrders;
import org.stampwright.postage.order.Quote;
import org.stampwright.postage.rating.CurrentRates;
import org.stampwright.postage.rating.Edition;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.postage.refusal.Refusal;
import org.stampwright.postage.refusal.Refused;
import org.stampwright.web.security.CurrentCaller;

/** The fields of the buy page, and their price. */
@Dependent
public class Choice {

    @Inject
    private CurrentRates rates;

    @Inject
    private PlacingOrders placing;

    @Inject
    private Stocks stocks;

    @Inject
    private CurrentCaller caller;

    private List<ProductRow> products = List.of();
    private Integer start;
    private Quote quote;

    @PostConstruct
    void readRates() {
        products = rates.edition().map(Edition::products).orElse(List.of()).stream()
                .map(ProductRow::new)
                .toList();
    }

    void begin(OrderView draft) {
        start = draft.startPosition();
        draft.lines()
                .forEach(line -> products.stream().filter(row -> row.isOf(line)).forEach(row -> row.take(line)));
    }

    List<LineRequest> requests() {
        return products.stream()
                .filter(ProductRow::isWanted)
                .map(ProductRow::request)
                .toList();
    }

    /**
     * Computes the price and shows each error at its field. An empty choice is an error only when the consumer
     * continues.
     */
    boolean price(SheetView sheet, boolean complaining) {
        quote = null;
        if (requests().isEmpty() && !complaining) {
            return false;
        }
        var buyer = Buyer.of(caller.get(), null, Faces.getRequest().getRemoteAddr());
        var answer = placing.quote(buyer, sheet.serial(), start, requests());
        if (answer instanceof Granted<Quote> granted) {
            quote = granted.value();
        } else if (answer instanceof Refused<Quote> refused) {
            complain(refused.refusal());
        }
        return quote != null;
    }

    void complain(Refusal refusal) {
        RefusalMessages.show(new BuyFields(products).of(refusal, start == null), refusal);
    }

    String picture(SheetView sheet) {
        return SheetPicture.forChoosing(stocks.of(sheet.stock()), sheet, quote == null ? List.of() : quote.positions());
    }

    public List<ProductRow> getProducts() {
        return products;
    }

    public Integer getStart() {
        return start;
    }

    public void setStart(Integer start) {
        this.start = start;
    }

    /** Returns whether the consumer chose anything, valid or not. */
    public boolean isBegun() {
        return !requests().isEmpty();
    }

    /** Returns the price, or null if it cannot be computed. */
    public Bill getBill() {
        return quote == null ? null : Bill.of(quote.pricing());
    }
}
