package org.stampwright.web.storefront;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.stampwright.postage.label.SheetView;
import org.stampwright.postage.order.Drafts;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.rating.Pricing;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.postage.refusal.Refusal;
import org.stampwright.postage.refusal.Refused;

/** The sheet, the start position and the stamps; shows the whole price before it asks for anything else. */
@Named
@RequestScoped
public class BuyPage {

    @Inject
    Drafts drafts;

    @Inject
    OrderInPage order;

    @Inject
    Choice choice;

    private SheetView sheet;
    private Refusal refusal;

    @PostConstruct
    void readDraft() {
        order.find().filter(view -> view.state() == OrderState.DRAFT).ifPresent(this::read);
    }

    private void read(OrderView draft) {
        choice.begin(draft);
        var answer = drafts.sheet(order.callerFor(draft.id()), draft.id());
        if (answer instanceof Granted<SheetView> granted) {
            sheet = granted.value();
        } else if (answer instanceof Refused<SheetView> refused) {
            refusal = refused.refusal();
        }
    }

    /** Shows this page for a draft only; if its sheet can no longer be used, the page says why. */
    public void enter() {
        var found = order.find();
        if (found.isEmpty()) {
            Pages.missing();
        } else if (found.get().state() != OrderState.DRAFT) {
            order.goWhereItBelongs(found.get().state());
        } else if (sheet != null) {
            choice.price(sheet, false);
        }
    }

    /** Updates the price after a choice. */
    public void reckon() {
        if (sheet != null) {
            choice.price(sheet, true);
        }
    }

    /** Stores the choice and continues to the payment. */
    public void goOn() {
        if (sheet == null) {
            enter();
        } else if (choice.price(sheet, true)) {
            store(order.getView().id());
        }
    }

    private void store(UUID id) {
        var caller = order.callerFor(id);
        var lines = drafts.chooseLines(caller, id, choice.requests());
        if (lines instanceof Refused<Pricing> refused) {
            choice.complain(refused.refusal());
            return;
        }
        var label = drafts.chooseSheet(caller, id, sheet.serial(), choice.getStart());
        if (label instanceof Refused<SheetView> refused) {
            choice.complain(refused.refusal());
            return;
        }
        Faces.redirect(order.addressOf("pay"));
    }

    public SheetView getSheet() {
        return sheet;
    }

    /** Returns why the sheet of this draft cannot be used, or null. */
    public Refusal getRefusal() {
        return refusal;
    }

    public Choice getChoice() {
        return choice;
    }

    /** Returns whether there is only one label, so that there is no start position to choose. */
    public boolean isSingle() {
        return sheet.positions().size() == 1;
    }

    public String getPicture() {
        return choice.picture(sheet);
    }
}
