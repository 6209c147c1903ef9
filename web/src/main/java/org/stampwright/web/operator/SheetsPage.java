package org.stampwright.web.operator;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.postage.label.Buyer;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.label.SheetView;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.postage.refusal.Refused;
import org.stampwright.web.security.CurrentCaller;
import org.stampwright.web.storefront.RefusalMessages;
import org.stampwright.web.storefront.SheetPicture;

/** The label stock: looks a sheet up, takes it out of use, and imports new ones. */
@Named
@RequestScoped
public class SheetsPage {

    private final LabelStocks stocks = LabelStocks.known();

    @Inject
    private LabelSheets sheets;

    @Inject
    private CurrentCaller caller;

    private String serial;
    private Answer<SheetView> answer;
    private SheetView found;

    /** Loads the sheet that the URL, or the surrounding form, names, so that it is present from the first phase on. */
    @PostConstruct
    void readNamed() {
        serial = Faces.getRequestParameter("serial");
        if (serial != null && !serial.isBlank()) {
            answer = sheets.view(asker(), serial);
            found = answer instanceof Granted<SheetView> granted ? granted.value() : null;
        }
    }

    /** Reports what is wrong with the serial number in the URL. */
    public void enter() {
        if (answer instanceof Refused<SheetView> refused) {
            RefusalMessages.show("look:serial", refused.refusal());
        }
    }

    /** Looks up the sheet of the typed number. */
    public void look() {
        var looked = sheets.view(asker(), serial);
        if (looked instanceof Granted<SheetView> granted) {
            Faces.redirect("operator/sheets?serial=%s", granted.value().serial());
        } else if (looked instanceof Refused<SheetView> refused) {
            RefusalMessages.show("look:serial", refused.refusal());
        }
    }

    private Buyer asker() {
        return Buyer.of(caller.operator(), null, Faces.getRequest().getRemoteAddr());
    }

    /** Takes the sheet out of use. */
    public void makeVoid() {
        if (sheets.makeVoid(caller.operator(), serial) instanceof Refused<SheetView> refused) {
            RefusalMessages.show(null, refused.refusal());
            return;
        }
        Messages.addFlashGlobalInfo("Sheet {0} is void now.", serial);
        Faces.redirect("operator/sheets?serial=%s", serial);
    }

    public String getPicture() {
        return stocks.find(found.stock())
                .map(kind -> SheetPicture.forLooking(kind, found, List.of()))
                .orElse("");
    }

    public SheetView getFound() {
        return found;
    }

    public String getSerial() {
        return serial;
    }

    public void setSerial(String serial) {
        this.serial = serial;
    }
}
