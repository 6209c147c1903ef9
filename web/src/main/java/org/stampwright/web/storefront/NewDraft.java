package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.omnifaces.util.Faces;
import org.stampwright.vendor.account.Caller;
import org.stampwright.vendor.label.Buyer;
import org.stampwright.vendor.label.LabelSheets;
import org.stampwright.vendor.label.SheetView;
import org.stampwright.vendor.order.Drafts;
import org.stampwright.vendor.order.OrderView;
import org.stampwright.vendor.order.StartedDraft;
import org.stampwright.vendor.rating.LineRequest;
import org.stampwright.vendor.refusal.Refused;
import org.stampwright.web.security.CurrentCaller;
import org.stampwright.web.security.OrderKeys;

import java.util.List;

/** Begins draft orders and sends the browser to the page where they grow. */
@RequestScoped
class NewDraft {

    @Inject
    private Drafts drafts;
    @Inject
    private LabelSheets sheets;
    @Inject
    private CurrentCaller caller;
    @Inject
    private OrderKeys keys;

    /** On this sheet, as typed into that field of the page. A sheet that will not do leaves no draft behind. */
    public void begin(String serial, String field) {
        var buyer = Buyer.of(caller.get(), null, address());
        if (sheets.view(buyer, serial) instanceof Refused<SheetView> refused) {
            Complaints.show(field, refused.refusal());
            return;
        }
        var draft = drafts.start(caller.get(), address());
        var answer = drafts.chooseSheet(ownerOf(draft), draft.order(), serial, null);
        if (answer instanceof Refused<SheetView> refused) {
            Complaints.show(field, refused.refusal());
            return;
        }
        open(draft, "buy");
    }

    /** Like an earlier order, for whoever asks now: as the start of another try, or after a log-in. */
    public void beginLike(OrderView earlier, String page) {
        var draft = drafts.start(caller.get(), address());
        var owner = ownerOf(draft);
        if (!earlier.lines().isEmpty()) {
            drafts.chooseLines(owner, draft.order(), requests(earlier));
        }
        if (drafts.chooseSheet(owner, draft.order(), earlier.sheet(), earlier.startPosition())
                instanceof Refused<SheetView>) {
            drafts.chooseSheet(owner, draft.order(), earlier.sheet(), null);
        }
        open(draft, page);
    }

    private static List<LineRequest> requests(OrderView order) {
        return order.lines().stream().map(line -> new LineRequest(line.product(), line.quantity(),
                line.unitValue().mills())).toList();
    }

    private Caller ownerOf(StartedDraft draft) {
        return draft.guestToken() == null ? caller.get() : keys.holderOf(draft.guestToken());
    }

    private void open(StartedDraft draft, String page) {
        var address = page + "?order=" + draft.order();
        if (draft.guestToken() != null) {
            keys.remember(draft.order(), draft.guestToken(), Faces.getResponse());
            address += "&" + OrderKeys.PARAMETER + "=" + draft.guestToken().text();
        }
        Faces.redirect(address);
    }

    private static String address() {
        return Faces.getRequest().getRemoteAddr();
    }
}
