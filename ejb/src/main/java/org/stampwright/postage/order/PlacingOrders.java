package org.stampwright.postage.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Guest;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.label.Buyer;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.label.SheetView;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.rating.Edition;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.rating.Pricing;
import org.stampwright.postage.rating.Rates;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;
import org.stampwright.postage.server.ThisInstance;

/**
 * Places orders. The guards run in a fixed order, each with one named refusal. Then one transaction writes the order,
 * its lines and its labels. A key that was used before returns the same order again, or is refused if the body differs.
 */
@Stateless
public class PlacingOrders {

    private static final int LONGEST_KEY = 255;
    private static final Pattern PAYMENT_METHOD = Pattern.compile("pm_[A-Za-z0-9_]{1,120}");

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    @Inject
    OrderTransitions transitions;

    @Inject
    LabelSheets sheets;

    @Inject
    Rates rates;

    @Inject
    Reservations reservations;

    @Inject
    ThisInstance instance;

    @Inject
    SellingStop stop;

    /**
     * Places an API order. Guards in this order: idempotency-key-missing, idempotency-key-reused, selling-stopped,
     * card-unknown, those of the sheet, those of the lines, those of the positions, too-many-attempts (too many unpaid
     * orders).
     */
    public Answer<Placed> place(Caller caller, Placement placement) {
        String key = placement.idempotencyKey();
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            return Answer.refusedAt(
                    "Idempotency-Key",
                    ProblemKind.IDEMPOTENCY_KEY_MISSING,
                    "Send a header Idempotency-Key of 1 to " + LONGEST_KEY + " characters with each order.");
        }
        Optional<PostageOrder> before = ofKey(caller, key);
        if (before.isPresent()) {
            return before.get().isSameRequest(placement.hash())
                    ? Answer.granted(new Placed(before.get().id(), true))
                    : Answer.refusedAt(
                            "Idempotency-Key",
                            ProblemKind.IDEMPOTENCY_KEY_REUSED,
                            "This key was used for another order. Use a new key for a new order.");
        }
        Optional<Refusal> stopped = stop.refusal();
        if (stopped.isPresent()) {
            return Answer.refused(stopped.get());
        }
        if (placement.paymentMethod() == null
                || !PAYMENT_METHOD.matcher(placement.paymentMethod()).matches()) {
            return Answer.refusedAt(
                    "paymentMethod",
                    ProblemKind.CARD_UNKNOWN,
                    "Give the card company's id for the card, which begins with pm_.");
        }
        PostageOrder order = PostageOrder.requested(UUID.randomUUID(), caller, placement);
        Buyer buyer = order.buyer(caller);
        return quote(buyer, placement.sheet(), placement.startPosition(), placement.lines())
                .flatMap(quote -> place(order, buyer, placement.startPosition(), quote));
    }

    /** Waits for a concurrent request with the same key, so that the second request finds the first one's order. */
    private Optional<PostageOrder> ofKey(Caller caller, String key) {
        long account = caller.account().orElseThrow();
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, ?2)) as text)")
                .setParameter(1, key)
                .setParameter(2, account)
                .getResultList();
        return entities.createQuery(
                        "select o from PostageOrder o where o.accountId = :account" + " and o.idempotencyKey = :key",
                        PostageOrder.class)
                .setParameter("account", account)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /**
     * Places a storefront draft, before the consumer pays. A draft that was placed before is returned again. Guards:
     * not-found, selling-stopped, sheet-mistyped and email-invalid for empty fields, then as for an API order, and
     * price-changed: the draft then has the new price, which the consumer reviews before placing it.
     */
    public Answer<Placed> placeDraft(Caller caller, UUID id) {
        PostageOrder order = entities.find(PostageOrder.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (order == null || !order.belongsTo(caller)) {
            return Orders.notFound();
        }
        if (order.state() != OrderState.DRAFT) {
            return Answer.granted(new Placed(id, true));
        }
        Optional<Refusal> stopped = stop.refusal();
        if (stopped.isPresent()) {
            return Answer.refused(stopped.get());
        }
        if (order.sheet() == null) {
            return Answer.refusedAt(
                    "sheet", ProblemKind.SHEET_MISTYPED, "Type the serial number that is printed on the sheet.");
        }
        if (caller instanceof Guest && order.guestEmail() == null) {
            return Answer.refusedAt("email", ProblemKind.EMAIL_INVALID, "Type an e-mail address for the receipt.");
        }
        Buyer buyer = order.buyer(caller);
        return quote(buyer, order.sheet().printed(), order.startPosition(), DraftLines.of(entities, id))
                .flatMap(quote -> quote.pricing().price().equals(order.price())
                        ? place(order, buyer, order.startPosition(), quote)
                        : priceChanged(order, quote.pricing()));
    }

    private static Answer<Placed> priceChanged(PostageOrder order, Pricing pricing) {
        String before = order.price().total().toString();
        order.choose(pricing);
        return Answer.refused(
                ProblemKind.PRICE_CHANGED,
                "The price has changed meanwhile: it was $" + before + ", it is $"
                        + pricing.price().total() + " now.");
    }

    private Answer<Placed> place(PostageOrder order, Buyer buyer, Integer start, Quote quote) {
        if (reservations.tooMany(buyer, order.channel())) {
            return Answer.refused(
                    ProblemKind.TOO_MANY_ATTEMPTS,
                    "There are too many unpaid orders. Pay or cancel one of them first.");
        }
        LabelSerial serial = LabelSerial.parse(quote.sheet().serial());
        return sheets.pick(buyer, serial, start, quote.pricing().pieces())
                .map(positions -> write(order, serial, quote.pricing(), positions));
    }

    private Placed write(PostageOrder order, LabelSerial serial, Pricing pricing, List<Integer> positions) {
        entities.persist(order);
        entities.flush();
        DraftLines.replace(entities, order.id(), pricing);
        order.fix(serial, positions.get(0), pricing);
        entities.flush();
        transitions
                .placed(order.ref(), instance.isRegistered() ? instance.id() : null)
                .orElseThrow(() -> new IllegalStateException("order " + order.id() + " is no longer a draft"));
        sheets.reserve(serial, positions, order.id());
        return new Placed(order.id(), false);
    }

    /** Returns the price of an order. Already refuses lines as an order would, for example with below-minimum. */
    public Answer<Pricing> price(List<LineRequest> lines) {
        Optional<Edition> edition = rates.current();
        return edition.isEmpty()
                ? Answer.refused(ProblemKind.PRODUCT_UNKNOWN, "There are no rates in force yet.")
                : edition.get().price(lines);
    }

    /** Returns a preview of an order; stores and reserves nothing. */
    public Answer<Quote> quote(Buyer buyer, String typed, Integer start, List<LineRequest> lines) {
        return sheets.view(buyer, typed)
                .flatMap(sheet -> price(lines).flatMap(pricing -> quote(sheet, start, pricing)));
    }

    private Answer<Quote> quote(SheetView sheet, Integer start, Pricing pricing) {
        return sheets.wouldFit(sheet, start, pricing.pieces()).map(positions -> new Quote(sheet, positions, pricing));
    }
}
