package org.stampwright.postage.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.Money;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Guest;
import org.stampwright.postage.account.Operator;
import org.stampwright.postage.label.Buyer;
import org.stampwright.postage.orderstate.Channel;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.rating.Price;
import org.stampwright.postage.rating.Pricing;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * An order for postage on one label sheet.
 *
 * <p>Life cycle: <em>draft</em> (from the storefront, filled in field by field, reserves nothing) → <em>placed</em>
 * (labels reserved, price fixed; an API order begins here) → <em>held</em> (the card company holds the total) →
 * <em>claimed</em> by one server system → <em>franked</em> (a PSD is debited) → <em>signed</em> → <em>receipted</em>
 * (the authority has confirmed the ledger entry) → <em>captured</em> (paid; labels used) → <em>released</em> (may be
 * printed) → <em>printed</em>. From placed it may wait in <em>requires-action</em> for the consumer's bank. Before it
 * is captured it may end as <em>declined</em>, <em>cancelled</em> or <em>expired</em>, always after the card company
 * confirmed that nothing is held. {@code attempt} counts frankings: it rises each time one is given up as a whole.
 *
 * <p>The methods here change drafts only; every change of state is a conditional update of {@link OrderTransitions}.
 */
@Entity
@Table(name = "postage_order")
class PostageOrder {

    /** ISO 4217 number of the currency of all prices. */
    static final int USD = 840;

    @Id
    private UUID id;

    @Column(updatable = false)
    private String state;

    @Column(updatable = false)
    private int attempt = 1;

    private String channel;

    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "guest_email")
    private String guestEmail;

    @Column(name = "guest_token_hash")
    private byte[] guestTokenHash;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Column(name = "request_hash")
    private byte[] requestHash;

    @Column(name = "remote_address")
    private String remoteAddress;

    private String sheet;

    @Column(name = "start_position")
    private Integer startPosition;

    @Column(name = "edition_id")
    private Long editionId;

    private Integer pieces;
    private Long postage;
    private Long fee;
    private Long rounding;
    private Long total;
    private int currency = USD;

    private String reason;
    private String detail;

    @Column(name = "waits_for")
    private String waitsFor;
    /** Set by the database's clock, which also decides when the order is overdue. */
    @Column(name = "placed_at", insertable = false, updatable = false)
    private Instant placedAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Version
    private long version;

    protected PostageOrder() {}

    private PostageOrder(UUID id, Channel channel, Caller caller, String remoteAddress) {
        this.id = id;
        this.state = OrderState.DRAFT.text();
        this.channel = channel.text();
        this.accountId = caller.account().isPresent() ? caller.account().getAsLong() : null;
        this.guestTokenHash = caller instanceof Guest guest ? HexFormat.of().parseHex(guest.tokenHash()) : null;
        this.remoteAddress = remoteAddress;
        this.sheet = "";
    }

    /** Returns a new storefront draft that has only its owner. */
    static PostageOrder draft(UUID id, Caller caller, String remoteAddress) {
        PostageOrder order = new PostageOrder(id, Channel.STOREFRONT, caller, remoteAddress);
        order.idempotencyKey = "draft-" + id;
        order.requestHash = RequestHash.of(id);
        return order;
    }

    /** Draft: sets the sheet to print on; a different sheet clears the start position. */
    void choose(LabelSerial serial, Integer start) {
        requireDraft();
        sheet = serial.withoutCheck();
        startPosition = start;
    }

    /** Draft: sets the lines, priced by the current rates and priced again at placing. */
    void choose(Pricing pricing) {
        requireDraft();
        price(pricing);
    }

    /** Draft: sets the address for the receipt. */
    void receiptTo(String email) {
        requireDraft();
        guestEmail = email.toLowerCase(Locale.ROOT);
    }

    /**
     * Draft: sets the values that it is placed with; {@link OrderTransitions#placed} follows in the same transaction.
     */
    void fix(LabelSerial serial, int firstPosition, Pricing pricing) {
        requireDraft();
        price(pricing);
        sheet = serial.withoutCheck();
        startPosition = firstPosition;
    }

    private void price(Pricing pricing) {
        editionId = pricing.edition();
        pieces = pricing.pieces();
        postage = pricing.price().postage().mills();
        fee = pricing.price().fee().mills();
        rounding = pricing.price().rounding().mills();
        total = pricing.price().total().mills();
    }

    private void requireDraft() {
        if (state() != OrderState.DRAFT) {
            throw new IllegalStateException("order " + id + " is " + state + ", no longer a draft");
        }
    }

    /** Returns whether this caller may see it: its account, the holder of its token, or an operator. */
    boolean belongsTo(Caller caller) {
        if (caller instanceof Operator) {
            return true;
        }
        if (caller instanceof Guest guest) {
            return guestTokenHash != null
                    && HexFormat.of().formatHex(guestTokenHash).equals(guest.tokenHash());
        }
        return accountId != null && accountId == caller.account().getAsLong();
    }

    UUID id() {
        return id;
    }

    OrderState state() {
        return OrderState.of(state);
    }

    OrderRef ref() {
        return new OrderRef(id, attempt);
    }

    Channel channel() {
        return Channel.of(channel);
    }

    /** Returns the buyer as label sheets see them; an account's e-mail address is the one that its caller proved. */
    Buyer buyer(Caller caller) {
        return Buyer.of(caller, guestEmail, remoteAddress);
    }

    /** Returns null in a draft without a sheet. */
    LabelSerial sheet() {
        return sheet.isEmpty() ? null : new LabelSerial(sheet);
    }

    Integer startPosition() {
        return startPosition;
    }

    int pieces() {
        return Objects.requireNonNullElse(pieces, 0);
    }

    /** Returns null in a draft without lines. */
    Price price() {
        return total == null ? null : new Price(Money.ofMills(postage), Money.ofMills(fee), Money.ofMills(rounding));
    }

    String guestEmail() {
        return guestEmail;
    }

    String remoteAddress() {
        return remoteAddress;
    }

    ProblemKind reason() {
        return ProblemKind.of(reason);
    }

    String detail() {
        return detail;
    }

    WaitsFor waitsFor() {
        return WaitsFor.of(waitsFor);
    }

    Instant placedAt() {
        return placedAt;
    }

    Instant settledAt() {
        return settledAt;
    }

    int currency() {
        return currency;
    }
}
