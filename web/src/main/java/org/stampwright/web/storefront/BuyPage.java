package org.stampwright.web.storefront;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.stampwright.vendor.label.SheetView;
import org.stampwright.vendor.order.Drafts;
import org.stampwright.vendor.order.OrderState;
import org.stampwright.vendor.order.OrderView;
import org.stampwright.vendor.rating.Pricing;
import org.stampwright.vendor.refusal.Granted;
import org.stampwright.vendor.refusal.Refused;

import java.util.UUID;

/** The sheet, where to start on it, and which stamps: the whole price before anything is asked. */
@Named
@RequestScoped
public class BuyPage {

    @Inject
    private Drafts drafts;
    @Inject
    private OrderInPage order;
    @Inject
    private Choice choice;

    private SheetView sheet;

    @PostConstruct
    void readDraft() {
        order.find().filter(view -> view.state() == OrderState.DRAFT).ifPresent(this::read);
    }

    private void read(OrderView draft) {
        choice.begin(draft);
        if (drafts.sheet(order.callerFor(draft.id()), draft.id()) instanceof Granted<SheetView> granted) {
            sheet = granted.value();
        }
    }

    /** Shows this page for a draft only. */
    public void enter() {
        var found = order.find();
        if (found.isEmpty()) {
            Pages.missing();
        } else if (sheet == null) {
            order.goWhereItBelongs(found.get().state());
        } else {
            choice.price(sheet, false);
        }
    }

    /** Something was chosen: what it comes to now. */
    public void reckon() {
        choice.price(sheet, true);
    }

    /** Stores what was chosen and goes on to pay. */
    public void goOn() {
        if (sheet == null) {
            Pages.missing();
        } else if (choice.price(sheet, true)) {
            store(order.id().orElseThrow());
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

    public Choice getChoice() {
        return choice;
    }

    /** Whether there is only one label, so that there is nothing to choose on the sheet. */
    public boolean isSingle() {
        return sheet.positions().size() == 1;
    }

    public String getPicture() {
        return choice.picture(sheet);
    }
}
