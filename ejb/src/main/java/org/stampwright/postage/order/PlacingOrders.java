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
import org.stampwright.postage.label.Buyer;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.label.SheetView;
import org.stampwright.postage.rating.Edition;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.rating.Pricing;
import org.stampwright.postage.rating.Rates;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.postage.refusal.Refused;
import org.stampwright.postage.server.ThisInstance;

/**
 * Places orders: guards in a fixed order, each with one named refusal, then everything written in one transaction: the
 * order, its lines, its labels. A key that was used before answers the same order again, or is refused for another body.
 */
@Stateless
public class PlacingOrders {

    private static final int LONGEST_KEY = 255;
    private static final Pattern PAYMENT_METHOD = Pattern.compile("pm_[A-Za-z0-9_]{1,120}");

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    @Inject
    LabelSheets sheets;

    @Inject
    Rates rates;

    @Inject
    Reservations reservations;

    @Inject
    ThisInstance instance;

    /**
     * Places an API order. Guards in this order: idempotency-key-missing, idempotency-key-reused, card-unknown, those of
     * the sheet, those of the lines, those of the positions, too-many-attempts (too many unpaid orders).
     */
    public Answer<Placed> place(Caller caller, Placement placement) {
        String key = placement.idempotencyKey();
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            return Answer.refusedAt(
                    "Idempotency-Key",
                    "idempotency-key-missing",
                    "Send a header Idempotency-Key of 1 to " + LONGEST_KEY + " characters with each order.");
        }
        Optional<PostageOrder> before = ofKey(caller, key);
        if (before.isPresent()) {
            return before.get().isSameRequest(placement.hash())
                    ? Answer.granted(new Placed(before.get().id(), true))
                    : Answer.refusedAt(
                            "Idempotency-Key",
                            "idempotency-key-reused",
                            "This key was used for another order. Use a new key for a new order.");
        }
        if (placement.paymentMethod() == null
                || !PAYMENT_METHOD.matcher(placement.paymentMethod()).matches()) {
            return Answer.refusedAt(
                    "paymentMethod", "card-unknown", "Name the card as the card company does: pm_ and its id.");
        }
        PostageOrder order = PostageOrder.requested(UUID.randomUUID(), caller, placement);
        Buyer buyer = order.buyer(caller);
        return place(
                order,
                buyer,
                placement.startPosition(),
                quote(buyer, placement.sheet(), placement.startPosition(), placement.lines()));
    }

    /** Whoever places by the same key waits here for the other, so the second finds what the first wrote. */
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
     * Places a storefront draft: the consumer goes to pay. A draft that was placed before is answered again. Guards:
     * not-found, sheet-mistyped and email-invalid for fields left empty, then as for an API order, and price-changed: then the
     * draft has the new price, to be looked at before it is placed.
     */
    public Answer<Placed> placeDraft(Caller caller, UUID id) {
        PostageOrder order = entities.find(PostageOrder.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (order == null || !order.belongsTo(caller)) {
            return Orders.notFound();
        }
        if (order.state() != OrderState.DRAFT) {
            return Answer.granted(new Placed(id, true));
        }
        if (order.sheet() == null) {
            return Answer.refusedAt("sheet", "sheet-mistyped", "Type the serial number that is printed on the sheet.");
        }
        if (caller instanceof Guest && order.guestEmail() == null) {
            return Answer.refusedAt("email", "email-invalid", "Type an e-mail address for the receipt.");
        }
        Buyer buyer = order.buyer(caller);
        Answer<Quote> quote = quote(buyer, order.sheet().printed(), order.startPosition(), DraftLines.of(entities, id));
        return quote instanceof Granted<Quote> granted
                        && !granted.value().pricing().price().equals(order.price())
                ? priceChanged(order, granted.value().pricing())
                : place(order, buyer, order.startPosition(), quote);
    }

    private static Answer<Placed> priceChanged(PostageOrder order, Pricing pricing) {
        String before = order.price().total().toString();
        order.choose(pricing);
        return Answer.refused(
                "price-changed",
                "The price has changed meanwhile: it was $" + before + ", it is $"
                        + pricing.price().total() + " now.");
    }

    private Answer<Placed> place(PostageOrder order, Buyer buyer, Integer start, Answer<Quote> quote) {
        if (quote instanceof Refused<Quote> refused) {
            return refused.as();
        }
        if (reservations.tooMany(buyer, order.channel())) {
            return Answer.refused(
                    "too-many-attempts", "There are too many unpaid orders. Pay or cancel one of them first.");
        }
        Quote quoted = ((Granted<Quote>) quote).value();
        LabelSerial serial = LabelSerial.parse(quoted.sheet().serial());
        Answer<List<Integer>> picked =
                sheets.pick(buyer, serial, start, quoted.pricing().pieces());
        if (picked instanceof Refused<List<Integer>> refused) {
            return refused.as();
        }
        return write(order, serial, quoted.pricing(), ((Granted<List<Integer>>) picked).value());
    }

    private Answer<Placed> write(PostageOrder order, LabelSerial serial, Pricing pricing, List<Integer> positions) {
        entities.persist(order);
        entities.flush();
        DraftLines.replace(entities, order.id(), pricing);
        order.place(serial, positions.get(0), pricing, instance.isRegistered() ? instance.id() : null);
        entities.flush();
        entities.createNativeQuery("update postage_order set placed_at = now() where id = cast(?1 as uuid)")
                .setParameter(1, order.id().toString())
                .executeUpdate();
        sheets.reserve(serial, positions, order.id());
        return Answer.granted(new Placed(order.id(), false));
    }

    /** What an order would cost; below-minimum and the like are said here already. */
    public Answer<Pricing> price(List<LineRequest> lines) {
        Optional<Edition> edition = rates.current();
        return edition.isEmpty()
                ? Answer.refused("product-unknown", "There are no rates in force yet.")
                : edition.get().price(lines);
    }

    /** What an order would be, with nothing stored or reserved. */
    public Answer<Quote> quote(Buyer buyer, String typed, Integer start, List<LineRequest> lines) {
        Answer<SheetView> sheet = sheets.view(buyer, typed);
        if (sheet instanceof Refused<SheetView> refused) {
            return refused.as();
        }
        Answer<Pricing> pricing = price(lines);
        if (pricing instanceof Refused<Pricing> refused) {
            return refused.as();
        }
        SheetView found = ((Granted<SheetView>) sheet).value();
        Pricing priced = ((Granted<Pricing>) pricing).value();
        Answer<List<Integer>> fitting = sheets.wouldFit(found, start, priced.pieces());
        return fitting instanceof Refused<List<Integer>> refused
                ? refused.as()
                : Answer.granted(new Quote(found, ((Granted<List<Integer>>) fitting).value(), priced));
    }
}
