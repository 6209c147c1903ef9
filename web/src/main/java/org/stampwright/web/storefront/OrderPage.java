package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.omnifaces.util.Faces;
import org.stampwright.postage.label.PositionView;
import org.stampwright.postage.label.SheetView;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.PieceView;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.postage.refusal.Refused;
import org.stampwright.web.printing.SheetPaper;

/** A paid order: its stamps as specimens, and the ways to print them. */
@Named
@RequestScoped
public class OrderPage {

    @Inject
    OrderInPage order;

    @Inject
    private SheetPaper paper;

    @Inject
    private Stocks stocks;

    @Inject
    @ConfigProperty(name = "stampwright.public-url")
    private String publicUrl;

    private String serial;

    /** Shows this page only for an order that can be printed. */
    public void enter() {
        var found = order.find();
        if (found.isEmpty()) {
            Pages.missing();
        } else if (!found.get().state().isPrintable()) {
            order.goWhereItBelongs(found.get().state());
        }
    }

    /** Sends the sheet as PDF, if the serial number matches. */
    public void printPdf() throws IOException {
        if (order.find().isEmpty()) {
            Pages.missing();
            return;
        }
        var id = order.getView().id();
        var answer = paper.pdf(order.callerFor(id), id, serial);
        if (answer instanceof Granted<byte[]> granted) {
            Faces.sendFile(granted.value(), "stamps-" + order.getView().sheet() + ".pdf", true);
        } else if (answer instanceof Refused<byte[]> refused) {
            order.changed();
            RefusalMessages.show("pdf:serial", refused.refusal());
        }
    }

    public List<PieceView> getPieces() {
        return order.getView().pieces();
    }

    /** Returns the address of a stamp's specimen. */
    public String specimen(PieceView piece) {
        return Faces.getRequestContextPath() + "/"
                + order.withKey("print/orders/" + order.getView().id() + "/specimens/" + piece.number() + ".png", '?');
    }

    /** Returns the picture of the sheet with this order's labels only; labels of other orders are not shown. */
    public String getPicture() {
        OrderView view = order.getView();
        var stock = stocks.of(view.stock());
        var labels = stock.positions().stream()
                .map(position -> new PositionView(position, ""))
                .toList();
        return SheetPicture.forLooking(
                stock, new SheetView(view.sheet(), view.stock(), "known", null, labels), view.positions());
    }

    public Bill getBill() {
        return Bill.of(order.getView().lines(), order.getView().price());
    }

    /** Returns the guest's link to this page, to bookmark. */
    public String getLink() {
        return publicUrl + "/" + order.addressOf("order");
    }

    public String getSerial() {
        return serial;
    }

    public void setSerial(String serial) {
        this.serial = serial;
    }
}
