package org.stampwright.postage.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stampwright.postage.container.Shop.granted;
import static org.stampwright.postage.container.Shop.refused;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.postage.account.AccountKind;
import org.stampwright.postage.account.Accounts;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Client;
import org.stampwright.postage.account.Consumer;
import org.stampwright.postage.account.Guest;
import org.stampwright.postage.container.Shop;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/** Each guard of placing refuses and writes nothing; a placed order is written as a whole. */
class PlacingOrdersTest {

    private static Shop opened;
    private Shop shop = opened;

    @BeforeAll
    static void open() {
        opened = new Shop();
    }

    @AfterAll
    static void close() {
        opened.close();
    }

    @BeforeEach
    void reset() {
        shop.reset();
    }

    private Placement letters(String key, int quantity, Integer start) {
        return new Placement(
                key, "10.0.0.1", shop.sheet, start, List.of(new LineRequest("letter", quantity, null)), "pm_card_visa");
    }

    private Answer<Placed> place(Placement placement) {
        return shop.get(PlacingOrders.class).place(shop.client, placement);
    }

    private void refuses(Placement placement, String kind, String field) {
        Refusal refusal = refused(place(placement));
        assertThat(refusal.kind().slug()).isEqualTo(kind);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(shop.one("select count(*) from postage_order")).isEqualTo("0");
        assertThat(shop.one("select count(*) from label_position where state <> 'free'"))
                .isEqualTo("0");
    }

    private Placement with(String sheet, Integer start, List<LineRequest> lines) {
        return new Placement("k", "10.0.0.1", sheet, start, lines, "pm_card_visa");
    }

    @Test
    void an_order_is_placed_with_its_price_and_its_labels() {
        UUID id = granted(place(letters("k", 3, 4))).order();
        OrderView view = granted(shop.get(Orders.class).view(shop.client, id));
        assertThat(view.state()).isEqualTo(OrderState.PLACED);
        assertThat(view.positions()).containsExactly(4, 5, 6);
        assertThat(view.price().postage().mills()).isEqualTo(2475);
        assertThat(view.price().fee().mills()).isEqualTo(50);
        assertThat(view.price().rounding().mills()).isEqualTo(5);
        assertThat(view.price().total().mills()).isEqualTo(2530);
        assertThat(view.pieces()).extracting(PieceView::position).containsExactly(4, 5, 6);
        assertThat(view.receivedBy()).isEqualTo("alder");
        assertThat(view.frankedBy()).isNull();
        assertThat(view.address()).isEqualTo("10.0.0.1");
        assertThat(view.sheet()).isEqualTo(shop.sheet);
        assertThat(view.stock()).isEqualTo("US-LETTER-25");
    }

    @Test
    void the_next_order_continues_at_the_next_free_label() {
        place(letters("a", 3, 1));
        UUID next = granted(place(letters("b", 2, null))).order();
        assertThat(granted(shop.get(Orders.class).view(shop.client, next)).positions())
                .containsExactly(4, 5);
    }

    @Test
    void the_same_key_and_body_answer_the_same_order() {
        UUID first = granted(place(letters("k", 1, null))).order();
        assertThat(granted(place(letters("k", 1, null)))).isEqualTo(new Placed(first, true));
        assertThat(shop.one("select count(*) from postage_order")).isEqualTo("1");
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        place(letters("k", 1, null));
        Refusal refusal = refused(place(letters("k", 2, null)));
        assertThat(refusal.kind()).isEqualTo(ProblemKind.IDEMPOTENCY_KEY_REUSED);
        assertThat(shop.one("select count(*) from postage_order")).isEqualTo("1");
    }

    @Test
    void without_a_key_nothing_is_placed() {
        refuses(letters(null, 1, null), "idempotency-key-missing", "Idempotency-Key");
        refuses(letters("k".repeat(256), 1, null), "idempotency-key-missing", "Idempotency-Key");
    }

    @Test
    void a_card_that_is_no_payment_method_is_refused() {
        refuses(
                new Placement("k", "10.0.0.1", shop.sheet, 1, List.of(new LineRequest("letter", 1, null)), "4242"),
                "card-unknown",
                "paymentMethod");
    }

    @Test
    void the_sheet_is_judged() {
        List<LineRequest> one = List.of(new LineRequest("letter", 1, null));
        refuses(with("nonsense", null, one), "sheet-mistyped", "sheet");
        refuses(with(unknownSerial(), null, one), "sheet-unknown", "sheet");
        shop.change("update label_sheet set state = 'void' where serial = '" + shop.other.substring(0, 10) + "'");
        refuses(with(shop.other, null, one), "sheet-void", "sheet");
        shop.change("update label_sheet set state = 'stolen' where serial = '" + shop.other.substring(0, 10) + "'");
        refuses(with(shop.other, null, one), "sheet-stolen", "sheet");
        shop.change("update label_sheet set state = 'known', owner_email = 'bob@example.org' where serial = '"
                + shop.other.substring(0, 10) + "'");
        refuses(with(shop.other, null, one), "sheet-foreign", "sheet");
    }

    private String unknownSerial() {
        return org.stampwright.indicium.LabelSerial.draw("Z", new java.util.Random(7))
                .printed();
    }

    @Test
    void the_lines_are_judged() {
        refuses(with(shop.sheet, null, List.of()), "quantity-out-of-range", "lines");
        refuses(
                with(shop.sheet, null, List.of(new LineRequest("parcel", 1, null))),
                "product-unknown",
                "lines[0].product");
        for (int quantity : new int[] {0, -1, 10_000}) {
            refuses(
                    with(shop.sheet, null, List.of(new LineRequest("letter", quantity, null))),
                    "quantity-out-of-range",
                    "lines[0].quantity");
        }
        refuses(
                with(shop.sheet, null, List.of(new LineRequest("letter", 1, 820L))),
                "value-out-of-range",
                "lines[0].value");
        refuses(
                with(shop.sheet, null, List.of(new LineRequest("free", 1, null))),
                "value-out-of-range",
                "lines[0].value");
        refuses(
                with(shop.sheet, null, List.of(new LineRequest("postcard", 2, null))),
                "below-minimum",
                "lines[0].quantity");
    }

    @Test
    void the_positions_are_judged() {
        refuses(letters("k", 1, 26), "position-past-end", "startPosition");
        refuses(letters("k", 1, 0), "position-past-end", "startPosition");
        refuses(letters("k", 3, 24), "too-few-labels", "startPosition");
        refuses(
                with(shop.single, 1, List.of(new LineRequest("letter", 1, null))),
                "position-past-end",
                "startPosition");
        granted(place(letters("a", 2, 3)));
        Refusal taken = refused(place(letters("b", 1, 4)));
        assertThat(taken.kind()).isEqualTo(ProblemKind.POSITION_TAKEN);
        assertThat(taken.message()).contains("The next free one is 5.");
    }

    @Test
    void a_single_label_takes_one_stamp_once() {
        granted(place(with(shop.single, null, List.of(new LineRequest("letter", 1, null)))));
        Placement again = new Placement(
                "k2", "10.0.0.1", shop.single, null, List.of(new LineRequest("letter", 1, null)), "pm_card_visa");
        assertThat(refused(place(again)).kind()).isEqualTo(ProblemKind.TOO_FEW_LABELS);
    }

    @Test
    void too_many_unpaid_orders_are_refused() {
        shop = new Shop(Map.of("stampwright.limits.unpaid-orders-of-client", "2"));
        granted(place(letters("a", 1, null)));
        granted(place(letters("b", 1, null)));
        assertThat(refused(place(letters("c", 1, null))).kind()).isEqualTo(ProblemKind.TOO_MANY_ATTEMPTS);
        shop.close();
    }

    @Test
    void too_many_wrong_serial_numbers_are_refused_whatever_comes_next() {
        shop = new Shop(Map.of("stampwright.limits.wrong-serials", "3"));
        for (int i = 0; i < 3; i++) {
            place(with(unknownSerial(), null, List.of(new LineRequest("letter", 1, null))));
        }
        refuses(letters("k", 1, null), "too-many-attempts", "sheet");
        shop.close();
    }

    @Test
    void one_label_is_never_given_twice_however_many_ask_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Answer<Placed>>> answers = IntStream.range(0, 32)
                .mapToObj(i -> threads.submit(() -> place(letters("k" + i, 1, null))))
                .toList();
        int placed = 0;
        for (Future<Answer<Placed>> answer : answers) {
            placed += answer.get() instanceof Granted ? 1 : 0;
        }
        threads.shutdown();
        assertThat(placed).isEqualTo(25);
        assertThat(shop.one("select count(distinct order_id) from label_position where state = 'reserved'"))
                .isEqualTo("25");
    }

    @Test
    void one_key_at_once_places_one_order() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Answer<Placed>>> answers = IntStream.range(0, 8)
                .mapToObj(i -> threads.submit(() -> place(letters("k", 1, null))))
                .toList();
        for (Future<Answer<Placed>> answer : answers) {
            granted(answer.get());
        }
        threads.shutdown();
        assertThat(shop.one("select count(*) from postage_order")).isEqualTo("1");
    }

    /** The second request waits for the sheet and then finds its label taken: by the order that it asks for. */
    @Test
    void one_key_at_once_for_one_label_places_one_order() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Answer<Placed>>> answers = IntStream.range(0, 8)
                .mapToObj(i -> threads.submit(() -> place(letters("k", 25, 1))))
                .toList();
        for (Future<Answer<Placed>> answer : answers) {
            granted(answer.get());
        }
        threads.shutdown();
        assertThat(shop.one("select count(*) from postage_order")).isEqualTo("1");
    }

    @Test
    void one_key_at_once_with_two_bodies_places_one_order_and_refuses_the_other() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Answer<Placed>>> answers = IntStream.range(0, 8)
                .mapToObj(i -> threads.submit(() -> place(letters("k", 1 + i % 2, null))))
                .toList();
        int reused = 0;
        for (Future<Answer<Placed>> answer : answers) {
            reused += answer.get()
                    .<Integer>fold(
                            placed -> 0, refusal -> refusal.kind() == ProblemKind.IDEMPOTENCY_KEY_REUSED ? 1 : 9);
        }
        threads.shutdown();
        assertThat(reused).isEqualTo(4);
        assertThat(shop.one("select count(*) from postage_order")).isEqualTo("1");
    }

    @Test
    void an_order_is_inserted_once_as_placed_with_lines_and_labels_in_one_transaction() {
        Placement two = with(
                shop.sheet, null, List.of(new LineRequest("letter", 2, null), new LineRequest("postcard", 1, null)));
        granted(place(two));
        assertThat(shop.one("select version || ' ' || state || ' ' || attempt from postage_order"))
                .isEqualTo("0 placed 1");
        assertThat(shop.one("select string_agg(line || product || quantity, ' ' order by line) from order_line"))
                .isEqualTo("1letter2 2postcard1");
        assertThat(shop.one("select count(distinct t.x) from (select xmin::text x from postage_order union all"
                        + " select xmin::text from order_line union all"
                        + " select xmin::text from label_position where state = 'reserved') t"))
                .isEqualTo("1");
    }

    @Test
    void labels_that_are_not_free_are_not_reserved() {
        UUID id = granted(place(letters("k", 2, 3))).order();
        LabelSheets sheets = shop.get(LabelSheets.class);
        LabelSerial serial = LabelSerial.parse(shop.sheet);
        assertThatThrownBy(() -> sheets.reserve(serial, List.of(4, 5), id)).isInstanceOf(IllegalStateException.class);
        assertThat(shop.one("select count(*) from label_position where state <> 'free'"))
                .isEqualTo("2");
    }

    @Test
    void another_callers_order_is_not_found() {
        UUID id = granted(place(letters("k", 1, null))).order();
        Orders orders = shop.get(Orders.class);
        assertThat(refused(orders.view(shop.consumer, id)).kind()).isEqualTo(ProblemKind.NOT_FOUND);
        assertThat(refused(orders.view(new Client(99, "else"), id)).kind()).isEqualTo(ProblemKind.NOT_FOUND);
        assertThat(refused(orders.view(Guest.NEW, id)).kind()).isEqualTo(ProblemKind.NOT_FOUND);
        assertThat(granted(orders.view(shop.operator, id)).id()).isEqualTo(id);
        assertThat(orders.search(shop.operator, null))
                .extracting(OrderSummary::id)
                .containsExactly(id);
        assertThat(orders.search(shop.operator, OrderState.HELD)).isEmpty();
    }

    @Test
    void a_draft_grows_field_by_field_and_is_placed() {
        Drafts drafts = shop.get(Drafts.class);
        StartedDraft started = drafts.start(Guest.NEW, "10.0.0.2");
        Guest guest = new Guest(started.guestToken().hashHex());
        granted(drafts.chooseSheet(guest, started.order(), shop.sheet.toLowerCase(), 5));
        granted(drafts.chooseLines(
                guest,
                started.order(),
                List.of(new LineRequest("postcard", 1, null), new LineRequest("letter", 1, null))));
        granted(drafts.chooseLines(guest, started.order(), List.of(new LineRequest("letter", 2, null))));
        assertThat(shop.one("select count(*) from label_position where state <> 'free'"))
                .isEqualTo("0");
        PlacingOrders placing = shop.get(PlacingOrders.class);
        assertThat(refused(placing.placeDraft(guest, started.order())).field()).isEqualTo("email");
        assertThat(refused(drafts.chooseEmail(guest, started.order(), "nobody")).kind())
                .isEqualTo(ProblemKind.EMAIL_INVALID);
        granted(drafts.chooseEmail(guest, started.order(), "Bob@Example.org"));
        granted(placing.placeDraft(guest, started.order()));
        OrderView view = granted(shop.get(Orders.class).view(guest, started.order()));
        assertThat(view.positions()).containsExactly(5, 6);
        assertThat(view.lines()).hasSize(1);
        assertThat(view.email()).isEqualTo("bob@example.org");
        assertThat(refused(drafts.chooseLines(guest, started.order(), List.of(new LineRequest("letter", 1, null))))
                        .kind())
                .isEqualTo(ProblemKind.TOO_LATE);
        assertThat(refused(drafts.chooseEmail(shop.consumer, started.order(), "a@b"))
                        .kind())
                .isEqualTo(ProblemKind.NOT_FOUND);
    }

    @Test
    void a_price_that_changed_since_it_was_seen_is_shown_before_anything_is_placed() {
        shop = new Shop();
        Drafts drafts = shop.get(Drafts.class);
        UUID draft = drafts.start(shop.consumer, "10.0.0.2").order();
        granted(drafts.chooseSheet(shop.consumer, draft, shop.sheet, 5));
        granted(drafts.chooseLines(shop.consumer, draft, List.of(new LineRequest("letter", 2, null))));
        shop.change("update rate_edition set service_fee = 150");
        PlacingOrders placing = shop.get(PlacingOrders.class);
        Refusal refusal = refused(placing.placeDraft(shop.consumer, draft));
        assertThat(refusal.kind()).isEqualTo(ProblemKind.PRICE_CHANGED);
        assertThat(refusal.message()).contains("it was $1.70").contains("it is $1.80 now");
        OrderView view = granted(shop.get(Orders.class).view(shop.consumer, draft));
        assertThat(view.state()).isEqualTo(OrderState.DRAFT);
        assertThat(view.price().total().mills()).isEqualTo(1800);
        granted(placing.placeDraft(shop.consumer, draft));
        shop.close();
    }

    @Test
    void a_product_that_costs_more_since_it_was_chosen_can_be_paid_at_its_new_price() {
        shop = new Shop();
        Drafts drafts = shop.get(Drafts.class);
        UUID draft = drafts.start(shop.consumer, "10.0.0.2").order();
        granted(drafts.chooseSheet(shop.consumer, draft, shop.sheet, 5));
        granted(drafts.chooseLines(shop.consumer, draft, List.of(new LineRequest("letter", 2, null))));
        shop.change("update rate set value = 900, minimum = 900, maximum = 900 where product = 'letter'");
        PlacingOrders placing = shop.get(PlacingOrders.class);
        assertThat(refused(placing.placeDraft(shop.consumer, draft)).message())
                .contains("it was $1.70")
                .contains("it is $1.85 now");
        granted(placing.placeDraft(shop.consumer, draft));
        OrderView view = granted(shop.get(Orders.class).view(shop.consumer, draft));
        assertThat(view.lines()).extracting(line -> line.unitValue().mills()).containsExactly(900L);
        assertThat(view.price().total().mills()).isEqualTo(1850);
        shop.close();
    }

    @Test
    void a_sheet_kept_for_an_address_is_for_the_account_of_that_address() {
        shop.change("update label_sheet set owner_email = 'ann@example.org' where serial = '"
                + shop.other.substring(0, 10) + "'");
        Drafts drafts = shop.get(Drafts.class);
        UUID draft = drafts.start(shop.consumer, "10.0.0.2").order();
        granted(drafts.chooseSheet(shop.consumer, draft, shop.other, null));
        granted(drafts.chooseLines(shop.consumer, draft, List.of(new LineRequest("letter", 1, null))));
        granted(shop.get(PlacingOrders.class).placeDraft(shop.consumer, draft));
    }

    @Test
    void one_address_with_many_names_can_reserve_a_limited_number() {
        shop = new Shop(
                Map.of("stampwright.limits.unpaid-orders", "2", "stampwright.limits.unpaid-orders-of-address", "3"));
        granted(placeAs("eve1@example.org", "10.0.0.2"));
        granted(placeAs("eve2@example.org", "10.0.0.2"));
        granted(placeAs("eve3@example.org", "10.0.0.2"));
        assertThat(refused(placeAs("eve4@example.org", "10.0.0.2")).kind()).isEqualTo(ProblemKind.TOO_MANY_ATTEMPTS);
        granted(placeAs("eve4@example.org", "10.0.0.3"));
        shop.close();
    }

    @Test
    void a_guest_who_left_orders_on_a_sheet_unpaid_gets_no_more_of_its_labels_for_a_day() {
        shop = new Shop();
        for (int i = 0; i < 3; i++) {
            granted(placeAsGuest("10.0.0.2"));
            shop.change("update postage_order set state = 'expired', settled_at = now(), placed_at = now()");
            shop.change("update label_position set state = 'free', order_id = null");
        }
        assertThat(refused(placeAsGuest("10.0.0.2")).kind()).isEqualTo(ProblemKind.TOO_MANY_ATTEMPTS);
        granted(placeAsGuest("10.0.0.3"));
        shop.change("update postage_order set placed_at = placed_at - interval '25 hours' where state = 'expired'");
        granted(placeAsGuest("10.0.0.2"));
        shop.close();
    }

    private Answer<Placed> placeAsGuest(String network) {
        Drafts drafts = shop.get(Drafts.class);
        StartedDraft started = drafts.start(Guest.NEW, network);
        Guest guest = new Guest(started.guestToken().hashHex());
        granted(drafts.chooseSheet(guest, started.order(), shop.sheet, null));
        granted(drafts.chooseLines(guest, started.order(), List.of(new LineRequest("letter", 1, null))));
        granted(drafts.chooseEmail(guest, started.order(), "bob@example.org"));
        return shop.get(PlacingOrders.class).placeDraft(guest, started.order());
    }

    private Answer<Placed> placeAs(String email, String address) {
        Drafts drafts = shop.get(Drafts.class);
        Answer<Consumer> consumer = shop.get(Accounts.class).register(email, "a long password", address);
        Caller caller = consumer instanceof Granted<Consumer> made
                ? made.value()
                : granted(
                        shop.get(Accounts.class).authenticate(AccountKind.CONSUMER, email, "a long password", address));
        UUID draft = drafts.start(caller, address).order();
        granted(drafts.chooseSheet(caller, draft, shop.sheet, null));
        granted(drafts.chooseLines(caller, draft, List.of(new LineRequest("letter", 1, null))));
        return shop.get(PlacingOrders.class).placeDraft(caller, draft);
    }

    @Test
    void a_guest_gets_the_same_answer_for_an_unknown_sheet_and_for_another_customers() {
        shop.change("update label_sheet set owner_id = 1 where serial = '" + shop.other.substring(0, 10) + "'");
        Drafts drafts = shop.get(Drafts.class);
        StartedDraft started = drafts.start(Guest.NEW, "10.0.0.2");
        Guest guest = new Guest(started.guestToken().hashHex());
        Refusal foreign = refused(drafts.chooseSheet(guest, started.order(), shop.other, null));
        Refusal unknown = refused(drafts.chooseSheet(guest, started.order(), unknownSerial(), null));
        assertThat(foreign).isEqualTo(unknown);
    }

    @Test
    void an_account_has_its_orders() {
        Drafts drafts = shop.get(Drafts.class);
        StartedDraft started = drafts.start((Consumer) shop.consumer, "10.0.0.2");
        assertThat(started.guestToken()).isNull();
        assertThat(shop.get(Orders.class).mine(shop.consumer))
                .extracting(OrderView::id)
                .containsExactly(started.order());
        assertThat(granted(shop.get(Orders.class).view(shop.consumer, started.order()))
                        .email())
                .isEqualTo("ann@example.org");
    }
}
