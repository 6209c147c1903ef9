package org.stampwright.web.storefront;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.omnifaces.util.Faces;
import org.stampwright.vendor.label.Buyer;
import org.stampwright.vendor.label.SheetView;
import org.stampwright.vendor.order.OrderView;
import org.stampwright.vendor.order.PlacingOrders;
import org.stampwright.vendor.order.Quote;
import org.stampwright.vendor.rating.Edition;
import org.stampwright.vendor.rating.LineRequest;
import org.stampwright.vendor.rating.Rates;
import org.stampwright.vendor.refusal.Granted;
import org.stampwright.vendor.refusal.Refusal;
import org.stampwright.vendor.refusal.Refused;
import org.stampwright.web.security.CurrentCaller;

import java.util.List;
import java.util.regex.Pattern;

/** What the buy page's fields hold, and what it comes to. */
@Dependent
public class Choice {

    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)]\\.(\\w+)");

    @Inject
    private Rates rates;
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
        products = rates.current().map(Edition::products).orElse(List.of()).stream().map(ProductRow::new).toList();
    }

    void begin(OrderView draft) {
        start = draft.startPosition();
        draft.lines().forEach(line -> products.stream().filter(row -> row.isOf(line)).forEach(row -> row.take(line)));
    }

    List<LineRequest> requests() {
        return products.stream().filter(ProductRow::isWanted).map(ProductRow::request).toList();
    }

    /** Works out the price; says what is wrong at its field, unless nothing was chosen and nobody pressed on. */
    boolean price(SheetView sheet, boolean complaining) {
        quote = null;
        if (requests().isEmpty() && !complaining) {
            return false;
        }
        var buyer = Buyer.of(caller.get(), null, Faces.getRequest().getRemoteAddr());
        var answer = placing.quote(buyer, sheet.serial(), start, requests());
        if (answer instanceof Granted<Quote> granted) {
            quote = granted.value();
            return true;
        }
        complain(((Refused<Quote>) answer).refusal());
        return false;
    }

    /** At its field; too few free labels are a matter of how many stamps, unless somebody chose where to start. */
    void complain(Refusal refusal) {
        var wanted = requests().size();
        var isAboutQuantity = refusal.kind().equals("too-few-labels") && start == null && wanted > 0;
        Complaints.show(isAboutQuantity ? clientId(wanted - 1, "quantity") : clientId(refusal.field()), refusal);
    }

    /** The page's field that a field of the request stands in. */
    private String clientId(String field) {
        var line = LINE.matcher(field == null ? "" : field);
        if (line.matches()) {
            return clientId(Integer.parseInt(line.group(1)), line.group(2));
        }
        return "startPosition".equals(field) ? "buy:start" : null;
    }

    /** Lines are counted among the products that are wanted. */
    private String clientId(int line, String part) {
        var wanted = products.stream().filter(ProductRow::isWanted).toList();
        if (line >= wanted.size()) {
            return null;
        }
        return "buy:products:" + products.indexOf(wanted.get(line)) + ":"
                + ("value".equals(part) ? "value" : "quantity");
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

    /** Whether anything was chosen, whatever it comes to. */
    public boolean isBegun() {
        return !requests().isEmpty();
    }

    /** What it comes to, or null while that cannot be said. */
    public Bill getBill() {
        return quote == null ? null : Bill.of(quote.pricing());
    }
}
