package org.stampwright.postage.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stampwright.postage.container.Shop.granted;
import static org.stampwright.postage.container.Shop.refused;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.postage.comparison.Differences;
import org.stampwright.postage.container.Shop;
import org.stampwright.postage.franking.HandOverOutcome;
import org.stampwright.postage.franking.HandOverOutcome.Refused;
import org.stampwright.postage.franking.HandOverOutcome.Stored;
import org.stampwright.postage.franking.HandOverOutcome.Unknown;
import org.stampwright.postage.franking.HandOvers;
import org.stampwright.postage.order.CheckoutPages;
import org.stampwright.postage.order.Drafts;
import org.stampwright.postage.order.NextStep;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.Orders;
import org.stampwright.postage.order.Placement;
import org.stampwright.postage.order.PlacingOrders;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.Snapshots;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.payment.CardHold;
import org.stampwright.postage.payment.PretendCompany;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.refusal.ProblemKind;

/** The progress of an order, with a card company and server systems that answer, refuse, or do not answer. */
class OrderProgressTest {

    /** Franks by writing the row as a server system would; the test sets the outcomes of the next hand-overs. */
    private static final class PretendServers extends HandOvers {
        private String next = "receipted";
        private int times;

        void doing(String what, int howOften) {
            next = what;
            times = howOften;
        }

        @Override
        public HandOverOutcome handOver(OrderSnapshot claimed) {
            UUID order = claimed.id();
            String now = times-- > 0 ? next : "receipted";
            switch (now) {
                case "untaken":
                    opened.get(OrderTransitions.class).givenBack(claimed.ref(), null, null);
                    return new Refused("none takes it");
                case "silent-after":
                    frank(order);
                    return new Unknown("time-out");
                case "silent":
                    return new Unknown("time-out");
                case "authority-refused":
                    opened.get(OrderTransitions.class)
                            .givenBack(claimed.ref(), ProblemKind.AUTHORITY_REFUSED, "no funds");
                    return new Stored(snapshot(order));
                default:
                    frank(order);
                    return new Stored(snapshot(order));
            }
        }

        private static void frank(UUID order) {
            opened.change(
                    "update postage_order set state = 'receipted' where state = 'claimed' and id = '" + order + "'");
        }
    }

    private static Shop opened;
    private static PretendCompany company;
    private static PretendServers servers;

    private final OrderProgress progress = opened.get(OrderProgress.class);

    @BeforeAll
    static void open() throws ClassNotFoundException {
        opened = new Shop();
        company = new PretendCompany();
        servers = new PretendServers();
        opened.container
                .with(Class.forName("org.stampwright.postage.payment.CardCompany"), company)
                .with(HandOvers.class, servers);
    }

    @AfterAll
    static void close() {
        opened.close();
    }

    @BeforeEach
    void reset() {
        opened.reset();
        company.losing(0, 0, false);
        servers.doing("receipted", 0);
    }

    private static UUID place(String card) {
        return place(card, 3);
    }

    private static UUID place(String card, int start) {
        return granted(opened.get(PlacingOrders.class)
                        .place(
                                opened.client,
                                new Placement(
                                        "k",
                                        "10.0.0.1",
                                        opened.sheet,
                                        start,
                                        List.of(new LineRequest("letter", 2, null)),
                                        card)))
                .order();
    }

    private static UUID placeInTheStorefront() {
        Drafts drafts = opened.get(Drafts.class);
        UUID id = drafts.start(opened.consumer, "10.0.0.2").order();
        granted(drafts.chooseSheet(opened.consumer, id, opened.sheet, 3));
        granted(drafts.chooseLines(opened.consumer, id, List.of(new LineRequest("letter", 2, null))));
        granted(opened.get(PlacingOrders.class).placeDraft(opened.consumer, id));
        return id;
    }

    private static OrderSnapshot snapshot(UUID order) {
        return opened.get(OrderTransitions.class).find(order).orElseThrow();
    }

    private static String positions(String state) {
        return opened.one("select count(*) from label_position where state = '" + state + "'");
    }

    private OrderState untilSettled(UUID order) {
        OrderState state = progress.advance(order);
        for (int i = 0; i < 30 && !state.isSettled(); i++) {
            state = progress.advance(order);
        }
        return state;
    }

    private static OrderView view(UUID order) {
        return granted(opened.get(Orders.class).view(opened.operator, order));
    }

    @Test
    void while_the_vendor_may_not_sell_a_held_order_waits_for_the_operator_and_is_let_go_after_the_confirmation() {
        servers.doing("untaken", 1);
        UUID order = place("pm_card_visa");
        progress.advance(order);
        opened.change("insert into psd_difference (psd, authority_entry, authority_head, authority_granted, our_funds,"
                + " noticed_by) values (5, 1, sha256('x'), 0, 0, 'alder')");
        try {
            assertThat(progress.advance(order)).isEqualTo(OrderState.HELD);
            assertThat(view(order).waitsFor()).isEqualTo(WaitsFor.OPERATOR);
            long id = Long.parseLong(opened.one("select id from psd_difference"));
            granted(opened.get(Differences.class).confirm(opened.operator, "Restored.", Set.of(id)));
            assertThat(untilSettled(order)).isEqualTo(OrderState.CANCELLED);
            assertThat(view(order).reason()).isEqualTo(ProblemKind.SELLING_STOPPED);
            assertThat(positions("free")).isEqualTo("51");
        } finally {
            opened.change("delete from psd_difference; delete from difference_confirmation");
        }
    }

    @Test
    void an_order_from_before_the_confirmation_whose_hold_cannot_be_released_waits_for_the_operator_each_time() {
        servers.doing("untaken", 1);
        UUID order = place("pm_card_visa");
        progress.advance(order);
        opened.change("insert into difference_confirmation (operator_id, operator, reason)"
                + " select id, login, 'Restored.' from account where kind = 'operator' limit 1");
        company.losing(0, 1000, false);
        try {
            for (int i = 0; i < 3; i++) {
                assertThat(progress.advance(order)).isEqualTo(OrderState.HELD);
                assertThat(view(order).waitsFor()).isEqualTo(WaitsFor.OPERATOR);
            }
        } finally {
            opened.change("delete from difference_confirmation");
        }
    }

    @Test
    void a_good_card_takes_an_order_all_the_way_at_once() {
        UUID order = place("pm_card_visa");
        assertThat(progress.advance(order)).isEqualTo(OrderState.RELEASED);
        assertThat(company.of(order)).containsExactly("succeeded");
        assertThat(positions("used")).isEqualTo("2");
        assertThat(opened.one(
                        "select owner_id from label_sheet where serial = '" + opened.sheet.substring(0, 10) + "'"))
                .isEqualTo(String.valueOf(opened.client.accountId()));
        assertThat(opened.one("select state || captured from payment")).isEqualTo("captured1700");
        assertThat(view(order).settledAt()).isNotNull();
        assertThat(view(order).frankedBy()).isEqualTo("alder");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "1, false", "1, true", "2, false", "2, true", "3, false", "3, true"})
    void a_call_to_the_card_company_that_gets_no_answer_changes_nothing_in_the_end(int call, boolean afterItsEffect) {
        company.losing(call, 1, afterItsEffect);
        UUID order = place("pm_card_visa");
        assertThat(untilSettled(order)).isEqualTo(OrderState.RELEASED);
        assertThat(company.of(order)).containsExactly("succeeded");
        assertThat(opened.one("select count(*) from payment")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void while_the_card_company_is_silent_the_order_waits_for_it_and_says_so(int call) {
        company.losing(call, 1000, true);
        UUID order = place("pm_card_visa");
        progress.advance(order);
        progress.advance(order);
        assertThat(view(order).state().isSettled()).isFalse();
        assertThat(view(order).waitsFor()).isEqualTo(WaitsFor.CARD);
        assertThat(positions("reserved")).isEqualTo("2");
        company.losing(0, 0, false);
        assertThat(untilSettled(order)).isEqualTo(OrderState.RELEASED);
        assertThat(company.of(order)).containsExactly("succeeded");
    }

    @ParameterizedTest
    @CsvSource({"pm_declined, card-declined, canceled", "pm_unknown, card-unknown,"})
    void a_refused_card_ends_the_order_and_frees_its_labels(String card, String reason, String left) {
        UUID order = place(card);
        assertThat(progress.advance(order)).isEqualTo(OrderState.DECLINED);
        assertThat(view(order).reason().slug()).isEqualTo(reason);
        assertThat(positions("free")).isEqualTo("51");
        assertThat(company.of(order)).isEqualTo(left == null ? List.of() : List.of(left));
        assertThat(progress.advance(order)).isEqualTo(OrderState.DECLINED);
        assertThat(opened.one("select count(*) from payment")).isEqualTo("1");
    }

    @Test
    void labels_of_a_declined_card_stay_reserved_until_the_company_confirms_that_nothing_is_held() {
        UUID order = place("pm_declined");
        company.losing(2, 2, false);
        assertThat(progress.advance(order)).isEqualTo(OrderState.PLACED);
        assertThat(company.calls()).endsWith("cancel", "retrieve");
        assertThat(positions("reserved")).isEqualTo("2");
        assertThat(untilSettled(order)).isEqualTo(OrderState.DECLINED);
        assertThat(positions("free")).isEqualTo("51");
    }

    @Test
    void a_bank_that_requires_authentication_is_a_next_step() {
        UUID order = place("pm_bank");
        assertThat(progress.advance(order)).isEqualTo(OrderState.REQUIRES_ACTION);
        assertThat(view(order).nextStep()).isEqualTo(new NextStep("authenticate", "http://bank.test/"));
        assertThat(progress.advance(order)).isEqualTo(OrderState.REQUIRES_ACTION);
        company.consumerPays(order);
        assertThat(progress.advance(order)).isEqualTo(OrderState.RELEASED);
    }

    @Test
    void one_left_on_the_banks_page_expires_after_31_minutes_at_the_company_first() {
        UUID order = place("pm_bank");
        progress.advance(order);
        opened.clock.set(Shop.NOW.plus(Duration.ofMinutes(31)).minusSeconds(1));
        assertThat(progress.advance(order)).isEqualTo(OrderState.REQUIRES_ACTION);
        opened.clock.set(Shop.NOW.plus(Duration.ofMinutes(31)).plusSeconds(1));
        assertThat(progress.advance(order)).isEqualTo(OrderState.EXPIRED);
        assertThat(company.of(order)).containsExactly("canceled");
        assertThat(positions("free")).isEqualTo("51");
    }

    @Test
    void the_storefront_continues_when_the_company_reports_that_the_page_was_paid() {
        UUID order = placeInTheStorefront();
        assertThat(progress.advance(order)).isEqualTo(OrderState.PLACED);
        URI page = granted(opened.get(CheckoutPages.class).open(opened.consumer, order));
        assertThat(granted(opened.get(CheckoutPages.class).open(opened.consumer, order)))
                .isEqualTo(page);
        assertThat(view(order).nextStep()).isEqualTo(new NextStep("pay", page.toString()));
        assertThat(progress.advance(order)).isEqualTo(OrderState.PLACED);
        assertThat(view(order).waitsFor()).isEqualTo(WaitsFor.CONSUMER);
        company.consumerPays(order);
        assertThat(progress.advance(order)).isEqualTo(OrderState.RELEASED);
        assertThat(company.of(order)).containsExactly("succeeded");
    }

    @Test
    void a_page_that_may_not_have_been_opened_is_opened_under_the_same_key() {
        UUID order = placeInTheStorefront();
        company.losing(0, 1, true);
        assertThat(refused(opened.get(CheckoutPages.class).open(opened.consumer, order))
                        .kind())
                .isEqualTo(ProblemKind.STILL_RUNNING);
        granted(opened.get(CheckoutPages.class).open(opened.consumer, order));
        assertThat(company.of(order)).containsExactly("open");
    }

    @Test
    void an_unpaid_page_expires_at_the_company_first() {
        UUID order = placeInTheStorefront();
        granted(opened.get(CheckoutPages.class).open(opened.consumer, order));
        opened.clock.set(Shop.NOW.plus(Duration.ofMinutes(32)));
        company.losing(1, 2, false);
        assertThat(progress.advance(order)).isEqualTo(OrderState.PLACED);
        assertThat(positions("reserved")).isEqualTo("2");
        assertThat(untilSettled(order)).isEqualTo(OrderState.EXPIRED);
        assertThat(company.of(order)).containsExactly("expired");
        assertThat(positions("free")).isEqualTo("51");
    }

    @Test
    void a_page_whose_opening_was_lost_is_opened_by_the_recovery_job_with_the_same_request() {
        UUID order = placeInTheStorefront();
        company.losing(0, 1, true);
        refused(opened.get(CheckoutPages.class).open(opened.consumer, order));
        assertThat(progress.advance(order)).isEqualTo(OrderState.PLACED);
        assertThat(view(order).waitsFor()).isEqualTo(WaitsFor.CONSUMER);
        assertThat(company.of(order)).containsExactly("open");
    }

    @Test
    void a_page_that_the_company_did_not_open_in_time_is_replaced() {
        UUID order = placeInTheStorefront();
        company.losing(0, 1, false);
        refused(opened.get(CheckoutPages.class).open(opened.consumer, order));
        opened.clock.set(Shop.NOW.plusSeconds(46));
        granted(opened.get(CheckoutPages.class).open(opened.consumer, order));
        assertThat(opened.one("select string_agg(number || ' ' || state || ' ' || (expires_at - opened_at), ', '"
                        + " order by number) from payment"))
                .isEqualTo("1 expired 00:31:00, 2 open 00:31:00");
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void a_payment_that_the_company_never_confirmed_is_given_up_after_five_minutes(boolean afterItsEffect) {
        UUID order = place("pm_card_visa");
        int before = company.calls().size();
        company.losing(0, 1000, afterItsEffect);
        progress.advance(order);
        assertThat(view(order).state()).isEqualTo(OrderState.PLACED);
        opened.change("update postage_order set placed_at = now() - interval '5 minutes 1 second'");
        assertThat(progress.advance(order)).isEqualTo(OrderState.EXPIRED);
        assertThat(positions("free")).isEqualTo("51");
        assertThat(company.calls().subList(before, company.calls().size())).doesNotContain("confirm");
        company.losing(0, 0, false);
        assertThat(progress.advance(order)).isEqualTo(OrderState.EXPIRED);
        assertThat(company.of(order)).doesNotContain("requires_capture", "succeeded");
    }

    @Test
    void a_client_without_an_answer_for_five_minutes_is_not_charged_later() {
        UUID order = place("pm_card_visa");
        opened.change("update postage_order set placed_at = now() - interval '5 minutes 1 second'");
        assertThat(progress.advance(order)).isEqualTo(OrderState.EXPIRED);
        assertThat(company.of(order)).containsExactly("canceled");
    }

    @Test
    void a_page_begun_while_the_order_is_being_undone_keeps_the_order() {
        UUID order = placeInTheStorefront();
        OrderSnapshot before = snapshot(order);
        granted(opened.get(CheckoutPages.class).open(opened.consumer, order));
        assertThat(opened.get(OrderSteps.class).undone(before, OrderEnding.expired("late")))
                .isFalse();
        assertThat(positions("reserved")).isEqualTo("2");
    }

    @Test
    void an_undone_order_takes_no_payment() {
        UUID order = placeInTheStorefront();
        OrderSnapshot before = snapshot(order);
        assertThat(opened.get(OrderSteps.class).undone(before, OrderEnding.expired("late")))
                .isTrue();
        assertThat(opened.get(CardHold.class).openPage(PaymentStep.toPay(before)))
                .isEmpty();
        assertThat(company.of(order)).isEmpty();
        assertThat(opened.one("select count(*) from payment")).isEqualTo("0");
    }

    @Test
    void a_caller_learns_at_once_that_the_order_waits_for_the_consumer() {
        UUID order = placeInTheStorefront();
        granted(opened.get(CheckoutPages.class).open(opened.consumer, order));
        int before = company.calls().size();
        assertThat(progress.advanceUntilSettled(order, Duration.ofSeconds(3))).isEqualTo(OrderState.PLACED);
        assertThat(company.calls().subList(before, company.calls().size())).containsExactly("retrieve-session");
    }

    @Test
    void a_customer_who_returns_while_a_webhook_holds_the_order_waits_for_its_result() throws Exception {
        UUID order = placeInTheStorefront();
        granted(opened.get(CheckoutPages.class).open(opened.consumer, order));
        progress.advance(order);
        assertThat(view(order).waitsFor()).isEqualTo(WaitsFor.CONSUMER);
        company.consumerPays(order);
        OrderLeases leases = opened.get(OrderLeases.class);
        assertThat(leases.take(order, 2)).isTrue();
        Thread webhook = new Thread(() -> {
            sleep(600);
            leases.rest(order, 2, Duration.ZERO);
        });
        webhook.start();
        assertThat(progress.advanceUntilSettled(order, Duration.ofSeconds(3))).isEqualTo(OrderState.RELEASED);
        webhook.join();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_placed_order_without_a_payment_ends_after_five_minutes() {
        UUID order = placeInTheStorefront();
        opened.change("update postage_order set placed_at = now() - interval '4 minutes 50 seconds'");
        assertThat(progress.advance(order)).isEqualTo(OrderState.PLACED);
        opened.change("update postage_order set placed_at = now() - interval '5 minutes 1 second'");
        assertThat(progress.advance(order)).isEqualTo(OrderState.EXPIRED);
        assertThat(positions("free")).isEqualTo("51");
    }

    @ParameterizedTest
    @CsvSource({"untaken", "silent", "silent-after"})
    void a_held_order_waits_until_a_server_system_takes_it(String first) {
        servers.doing(first, 1);
        UUID order = place("pm_card_visa");
        progress.advance(order);
        assertThat(view(order).state().isSettled()).isFalse();
        assertThat(progress.advance(order)).isEqualTo(OrderState.RELEASED);
        assertThat(company.of(order)).containsExactly("succeeded");
    }

    @Test
    void an_order_without_funds_from_the_authority_is_cancelled_with_nothing_held() {
        servers.doing("authority-refused", 1);
        UUID order = place("pm_card_visa");
        assertThat(untilSettled(order)).isEqualTo(OrderState.CANCELLED);
        assertThat(view(order).reason()).isEqualTo(ProblemKind.AUTHORITY_REFUSED);
        assertThat(company.of(order)).containsExactly("canceled");
        assertThat(positions("free")).isEqualTo("51");
    }

    @Test
    void a_hold_that_is_gone_at_capture_gives_no_stamps() {
        UUID order = place("pm_card_visa");
        servers.doing("untaken", 1);
        progress.advance(order);
        company.letsGo(order);
        assertThat(untilSettled(order)).isEqualTo(OrderState.DECLINED);
        assertThat(positions("free")).isEqualTo("51");
        assertThat(opened.one("select captured from payment")).isEqualTo("0");
    }

    @Test
    void cancelling_asks_the_company_first() {
        servers.doing("untaken", 5);
        UUID order = place("pm_card_visa");
        progress.advance(order);
        Orders orders = opened.get(Orders.class);
        company.losing(0, 2, false);
        assertThat(refused(orders.cancel(opened.client, order)).kind()).isEqualTo(ProblemKind.STILL_RUNNING);
        assertThat(positions("reserved")).isEqualTo("2");
        assertThat(granted(orders.cancel(opened.client, order)).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(company.of(order)).containsExactly("canceled");
        assertThat(positions("free")).isEqualTo("51");
    }

    @Test
    void a_released_order_and_another_callers_cannot_be_cancelled() {
        UUID order = place("pm_card_visa");
        progress.advance(order);
        assertThat(refused(opened.get(Orders.class).cancel(opened.client, order))
                        .kind())
                .isEqualTo(ProblemKind.TOO_LATE);
        assertThat(refused(opened.get(Orders.class).cancel(opened.consumer, order))
                        .kind())
                .isEqualTo(ProblemKind.NOT_FOUND);
        assertThat(company.of(order)).containsExactly("succeeded");
    }

    @Test
    void a_step_of_an_order_that_has_advanced_meanwhile_changes_nothing() {
        UUID order = place("pm_card_visa");
        OrderSteps steps = opened.get(OrderSteps.class);
        OrderSnapshot placed = snapshot(order);
        assertThat(held(placed)).as("the company has not confirmed the payment").isEmpty();
        opened.change("update payment set state = 'open', intent_id = 'pi_1'");
        assertThat(held(placed)).isPresent();
        assertThat(held(placed)).isEmpty();
        assertThat(steps.undone(placed, OrderEnding.expired("late"))).isFalse();
        assertThat(positions("reserved")).isEqualTo("2");
        OrderSnapshot wrongAttempt = Snapshots.of(order, 2, OrderState.HELD, null);
        assertThat(steps.undone(wrongAttempt, OrderEnding.expired("late"))).isFalse();
    }

    private static Optional<OrderSnapshot> held(OrderSnapshot placed) {
        return opened.get(OrderTransitions.class)
                .held(List.of(new OrderTransitions.Hold(placed.ref(), 1, 1L)))
                .get(0);
    }

    @Test
    void a_hold_claims_the_order_only_for_a_server_system_that_is_admitted_and_processes() {
        for (String wrong : List.of("state = 'draining'", "role = 'web'")) {
            opened.reset();
            UUID order = place("pm_card_visa");
            opened.change("update payment set state = 'open', intent_id = 'pi_1'; update server_system set " + wrong);
            try {
                assertThat(held(snapshot(order)).orElseThrow().state()).isEqualTo(OrderState.HELD);
                assertThat(opened.one("select state from payment")).isEqualTo("held");
            } finally {
                opened.change("update server_system set state = 'admitted', role = 'both'");
            }
        }
    }

    @Test
    void a_capture_of_another_amount_releases_nothing() {
        UUID order = place("pm_card_visa");
        opened.change("update payment set state = 'held', intent_id = 'pi_1', amount = amount - 10;"
                + " update postage_order set state = 'receipted', franked_by = 1, claimed_at = now()");
        assertThat(opened.get(OrderSteps.class)
                        .captured(List.of(
                                new OrderTransitions.Capture(snapshot(order).ref(), 1))))
                .containsExactly(Optional.empty());
        assertThat(snapshot(order).state()).isEqualTo(OrderState.RECEIPTED);
        assertThat(opened.one("select state || captured from payment")).isEqualTo("held0");
        assertThat(positions("reserved")).isEqualTo("2");
    }

    @Test
    void a_captured_order_whose_labels_are_not_reserved_is_set_aside_for_the_operator() {
        UUID order = place("pm_card_visa");
        servers.doing("silent-after", 1);
        progress.advance(order);
        opened.change("update label_position set state = 'free', order_id = null where order_id is not null");
        assertThat(progress.advance(order)).isEqualTo(OrderState.RECEIPTED);
        assertThat(view(order).waitsFor()).isEqualTo(WaitsFor.OPERATOR);
        assertThat(opened.one("select state || captured from payment")).isEqualTo("held0");
    }

    @Test
    void only_one_driver_has_the_lease() {
        UUID order = place("pm_card_visa");
        OrderLeases leases = opened.get(OrderLeases.class);
        assertThat(leases.take(order, 2)).as("the receiver has it").isFalse();
        opened.change("update postage_order set driver_id = null");
        assertThat(leases.take(order, 2)).isTrue();
        assertThat(progress.advance(order)).isEqualTo(OrderState.PLACED);
        assertThat(company.of(order)).isEmpty();
        opened.change("update postage_order set lease_until = now() - interval '1 second'");
        assertThat(progress.advance(order)).isEqualTo(OrderState.RELEASED);
    }

    @Test
    void the_recovery_job_takes_orders_without_a_lease_that_have_rested_and_each_once() {
        UUID order = place("pm_bank");
        assertThat(rested(true)).isEmpty();
        opened.change("update postage_order set lease_until = now() - interval '1 second'");
        assertThat(rested(false)).isEmpty();
        assertThat(rested(true)).containsExactly(order);
        assertThat(rested(true)).isEmpty();
        opened.change("update postage_order set lease_until = now() - interval '1 second'");
        progress.advance(order);
        assertThat(rested(true)).isEmpty();
        opened.change("update postage_order set lease_until = now() - interval '1 second'");
        assertThat(rested(true)).containsExactly(order);
    }

    @Test
    void a_placed_order_that_no_instance_advances_is_found_after_ten_seconds() {
        UUID order = placeInTheStorefront();
        assertThat(rested(true)).isEmpty();
        opened.change("update postage_order set placed_at = now() - interval '11 seconds'");
        assertThat(rested(true)).containsExactly(order);
    }

    @Test
    void a_settled_order_is_never_taken() {
        UUID order = place("pm_card_visa");
        progress.advance(order);
        opened.change("update postage_order set lease_until = now() - interval '1 second'");
        assertThat(rested(false)).isEmpty();
        assertThat(opened.get(OrderLeases.class).take(order, 1)).isFalse();
    }

    private static List<UUID> rested(boolean unpaid) {
        return opened.get(OrderLeases.class).takeRested(unpaid, 10, 1);
    }
}
