package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.ShopLimits;
import org.stampwright.postage.label.Buyer;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.label.SheetView;
import org.stampwright.postage.order.Drafts;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.StartedDraft;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.postage.refusal.Refusal;
import org.stampwright.postage.refusal.Refused;
import org.stampwright.web.security.OrderKeys;
import org.stampwright.web.security.RequestCaller;

/** Begins draft orders and redirects the browser to their page. */
@RequestScoped
class NewDraft {

    @Inject
    Drafts drafts;

    @Inject
    LabelSheets sheets;

    @Inject
    RequestCaller asked;

    @Inject
    OrderKeys keys;

    @Inject
    ShopLimits limits;

    /**
     * Begins a draft on this sheet, as typed into that field of the page. A sheet that cannot be used leaves no draft.
     */
    public void begin(String serial, String field) {
        var buyer = Buyer.of(asked.caller(), null, address());
        if (sheets.view(buyer, serial) instanceof Refused<SheetView> refused) {
            RefusalMessages.show(field, refused.refusal());
            return;
        }
        var tooMany = limits.draft(address());
        if (tooMany.isPresent()) {
            RefusalMessages.show(field, tooMany.get());
            return;
        }
        var draft = drafts.start(asked.caller(), address());
        var answer = drafts.chooseSheet(ownerOf(draft), draft.order(), serial, null);
        if (answer instanceof Refused<SheetView> refused) {
            RefusalMessages.show(field, refused.refusal());
            return;
        }
        open(draft, "buy");
    }

    /**
     * Begins a copy of an earlier order for the current caller: to try again, or after a log-in. If its first label has
     * been taken in the meantime, the copy starts at the first free one. If the sheet cannot be used, no draft is begun
     * and this returns the reason.
     */
    public Optional<Refusal> beginLike(OrderView earlier, String page) {
        var buyer = Buyer.of(asked.caller(), null, address());
        if (sheets.view(buyer, earlier.sheet()) instanceof Refused<SheetView> refused) {
            return Optional.of(refused.refusal());
        }
        var tooMany = limits.draft(address());
        if (tooMany.isPresent()) {
            return tooMany;
        }
        var draft = drafts.start(asked.caller(), address());
        var owner = ownerOf(draft);
        if (!earlier.lines().isEmpty()) {
            drafts.chooseLines(owner, draft.order(), requests(earlier));
        }
        if (chooseSheetOf(earlier, owner, draft.order()) instanceof Refused<SheetView> refused) {
            return Optional.of(refused.refusal());
        }
        open(draft, page);
        return Optional.empty();
    }

    private Answer<SheetView> chooseSheetOf(OrderView earlier, Caller owner, UUID draft) {
        var asBefore = drafts.chooseSheet(owner, draft, earlier.sheet(), earlier.startPosition());
        return asBefore instanceof Granted<SheetView>
                ? asBefore
                : drafts.chooseSheet(owner, draft, earlier.sheet(), null);
    }

    private static List<LineRequest> requests(OrderView order) {
        return order.lines().stream()
                .map(line -> new LineRequest(
                        line.product(), line.quantity(), line.unitValue().mills()))
                .toList();
    }

    private Caller ownerOf(StartedDraft draft) {
        return draft.guestToken() == null ? asked.caller() : keys.holderOf(draft.guestToken());
    }

    private void open(StartedDraft draft, String page) {
        var address = page + "?order=" + draft.order();
        if (draft.guestToken() != null) {
            keys.remember(draft.order(), draft.guestToken(), Faces.getResponse());
            address += "&" + OrderKeys.PARAMETER + "=" + draft.guestToken().text();
        }
        Faces.redirect(address);
    }

    private String address() {
        return asked.address();
    }
}
