package org.stampwright.postage.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Guest;
import org.stampwright.postage.clock.FreshIds;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.label.Buyer;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.label.SheetView;
import org.stampwright.postage.orderstate.Channel;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.payment.PaymentKind;
import org.stampwright.postage.payment.Payments;
import org.stampwright.postage.rating.CurrentRates;
import org.stampwright.postage.rating.Edition;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.rating.Pricing;
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
    private static final String OF_KEY =
            "select id, request_hash from postage_order where account_id = :account and idempotency_key = :key";
    private static final Pattern PAYMENT_METHOD = Pattern.compile("pm_[A-Za-z0-9_]{1,120}");

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    @Inject
    Jdbi jdbi;

    @Inject
    SecureRandom random;

    @Inject
    OrderTransitions transitions;

    @Inject
    LabelSheets sheets;

    @Inject
    CurrentRates rates;

    @Inject
    Payments payments;

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
        Optional<Answer<Placed>> before = placedBefore(caller, placement);
        return before.isPresent() ? before.get() : placeNew(caller, placement);
    }

    /** A concurrent request with the same key may have taken the labels: its order is the answer, not the refusal. */
    private Answer<Placed> placeNew(Caller caller, Placement placement) {
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
        Buyer buyer = Buyer.of(caller, null, placement.remoteAddress());
        return locked(buyer, placement.sheet(), placement.startPosition(), placement.lines())
                .flatMap(quote -> withinLimits(buyer, Channel.API, quote))
                .flatMap(quote -> write(caller, placement, quote))
                .fold(Answer::granted, refusal -> placedBefore(caller, placement)
                        .orElseGet(() -> Answer.refused(refusal)));
    }

    /** Returns what the order that used this key before answers: itself, or the refusal of another body. */
    private Optional<Answer<Placed>> placedBefore(Caller caller, Placement placement) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_KEY)
                .bind("account", caller.account().orElseThrow())
                .bind("key", placement.idempotencyKey())
                .map((row, context) -> MessageDigest.isEqual(row.getBytes("request_hash"), placement.hash())
                        ? Answer.granted(new Placed(row.getObject("id", UUID.class), true))
                        : Answer.<Placed>refusedAt(
                                "Idempotency-Key",
                                ProblemKind.IDEMPOTENCY_KEY_REUSED,
                                "This key was used for another order. Use a new key for a new order."))
                .findFirst());
    }

    private Answer<Placed> write(Caller caller, Placement placement, Quote quote) {
        NewOrder order = new NewOrder(FreshIds.next(random), caller, placement, quote, receiver());
        if (!jdbi.withHandle(order::insert)) {
            return placedBefore(caller, placement).orElseThrow();
        }
        sheets.reserve(order.sheet(), quote.positions(), order.id());
        payments.beginWithOrder(
                order.id(), PaymentKind.INTENT, quote.pricing().price().total());
        return Answer.granted(new Placed(order.id(), false));
    }

    private Long receiver() {
        return instance.isRegistered() ? instance.id() : null;
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
        List<LineRequest> chosen = jdbi.withHandle(handle -> DraftLines.of(handle, id));
        List<LineRequest> lines =
                rates.edition().map(edition -> edition.atCurrentPrices(chosen)).orElse(chosen);
        return locked(buyer, order.sheet().printed(), order.startPosition(), lines)
                .flatMap(quote -> quote.pricing().price().equals(order.price())
                        ? withinLimits(buyer, order.channel(), quote).map(fitting -> write(order, fitting))
                        : priceChanged(order, quote.pricing()));
    }

    /** Keeps the new price in the draft, so that the consumer who has read it can pay it. */
    private Answer<Placed> priceChanged(PostageOrder order, Pricing pricing) {
        String before = order.price().total().toString();
        jdbi.useHandle(handle -> DraftLines.replace(handle, order.id(), pricing));
        order.choose(pricing);
        return Answer.refused(
                ProblemKind.PRICE_CHANGED,
                "The price has changed meanwhile: it was $" + before + ", it is $"
                        + pricing.price().total() + " now.");
    }

    private Answer<Quote> withinLimits(Buyer buyer, Channel channel, Quote quote) {
        return reservations.tooMany(
                        buyer, channel, LabelSerial.parse(quote.sheet().serial()))
                ? Answer.refused(
                        ProblemKind.TOO_MANY_ATTEMPTS,
                        "There are too many unpaid orders. Pay or cancel one of them first.")
                : Answer.granted(quote);
    }

    private Placed write(PostageOrder order, Quote quote) {
        LabelSerial serial = LabelSerial.parse(quote.sheet().serial());
        jdbi.useHandle(handle -> DraftLines.replace(handle, order.id(), quote.pricing()));
        order.fix(serial, quote.positions().get(0), quote.pricing());
        entities.flush();
        transitions
                .placed(order.ref(), receiver())
                .orElseThrow(() -> new IllegalStateException("order " + order.id() + " is no longer a draft"));
        sheets.reserve(serial, quote.positions(), order.id());
        return new Placed(order.id(), false);
    }

    /** As {@link #quote}, and locks the sheet until the transaction ends, so that its labels stay as they were read. */
    private Answer<Quote> locked(Buyer buyer, String typed, Integer start, List<LineRequest> lines) {
        return sheets.lock(buyer, typed)
                .flatMap(sheet -> price(lines).flatMap(pricing -> quote(sheet, start, pricing)));
    }

    /** Returns the price of an order. Already refuses lines as an order would, for example with below-minimum. */
    public Answer<Pricing> price(List<LineRequest> lines) {
        Optional<Edition> edition = rates.edition();
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
