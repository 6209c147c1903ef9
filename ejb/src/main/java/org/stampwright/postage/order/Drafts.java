package org.stampwright.postage.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.postage.account.Accounts;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Guest;
import org.stampwright.postage.account.Secret;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.label.SheetView;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.rating.Pricing;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * The storefront's orders before they are placed. Each field is stored when it is chosen, so that any instance shows
 * the draft. A draft reserves nothing, so {@link PlacingOrders#placeDraft} checks every field again. A draft that was
 * placed meanwhile can no longer be changed: refusal too-late.
 */
@Stateless
public class Drafts {

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    @Inject
    Jdbi jdbi;

    @Inject
    LabelSheets sheets;

    @Inject
    PlacingOrders placing;

    @Inject
    SecureRandom random;

    /** Begins a draft. A guest gets the token that opens it again; it is shown only once. */
    public StartedDraft start(Caller caller, String remoteAddress) {
        Secret token = caller instanceof Guest ? Secret.token(random) : null;
        Caller owner = token == null ? caller : new Guest(token.hashHex());
        UUID id = UUID.randomUUID();
        entities.persist(PostageOrder.draft(id, owner, remoteAddress));
        return new StartedDraft(id, token);
    }

    /**
     * Chooses the sheet by its number as typed, and the start position (null: the first free label). Refusals: those of
     * the sheet and, if the draft has lines or a start position, of the positions.
     */
    public Answer<SheetView> chooseSheet(Caller caller, UUID id, String typed, Integer start) {
        return draft(caller, id).flatMap(order -> sheets.view(order.buyer(caller), typed)
                .flatMap(sheet -> chooseSheet(order, sheet, start)));
    }

    private Answer<SheetView> chooseSheet(PostageOrder order, SheetView sheet, Integer start) {
        return sheets.wouldFit(sheet, start, Math.max(1, order.pieces())).map(fitting -> {
            order.choose(LabelSerial.parse(sheet.serial()), start);
            return sheet;
        });
    }

    /** Chooses the lines. Refusals: those of the lines. */
    public Answer<Pricing> chooseLines(Caller caller, UUID id, List<LineRequest> lines) {
        return draft(caller, id).flatMap(order -> placing.price(lines).map(pricing -> {
            jdbi.useHandle(handle -> DraftLines.replace(handle, id, pricing));
            order.choose(pricing);
            return pricing;
        }));
    }

    /** Chooses the address for the receipt. Refusal: email-invalid. */
    public Answer<String> chooseEmail(Caller caller, UUID id, String email) {
        return draft(caller, id).flatMap(order -> chooseEmail(order, email));
    }

    private static Answer<String> chooseEmail(PostageOrder order, String email) {
        if (!Accounts.isEmail(email)) {
            return Answer.refusedAt(
                    "email", ProblemKind.EMAIL_INVALID, "Type an e-mail address, like name@example.org.");
        }
        order.receiptTo(email);
        return Answer.granted(email);
    }

    /** Returns the sheet of a draft as it is now. Refusals: not-found, and those of the sheet. */
    public Answer<SheetView> sheet(Caller caller, UUID id) {
        PostageOrder order = entities.find(PostageOrder.class, id);
        if (order == null || !order.belongsTo(caller) || order.sheet() == null) {
            return Orders.notFound();
        }
        return sheets.view(order.buyer(caller), order.sheet().printed());
    }

    private Answer<PostageOrder> draft(Caller caller, UUID id) {
        PostageOrder order = entities.find(PostageOrder.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (order == null || !order.belongsTo(caller)) {
            return Orders.notFound();
        }
        return order.state() == OrderState.DRAFT
                ? Answer.granted(order)
                : Answer.refused(ProblemKind.TOO_LATE, "This order was placed already.");
    }
}
