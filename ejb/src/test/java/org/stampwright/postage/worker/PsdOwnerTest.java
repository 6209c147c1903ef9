package org.stampwright.postage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.Kind;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.ledger.Succession;
import org.stampwright.postage.indicium.RecordedContent;
import org.stampwright.postage.ledger.Funding;
import org.stampwright.postage.ledger.Lease;
import org.stampwright.postage.ledger.LedgerMismatch;
import org.stampwright.postage.ledger.OwnershipLost;
import org.stampwright.postage.ledger.Unfrankable;
import org.stampwright.postage.ledger.WaitingOrder;
import org.stampwright.postage.ledger.WaitingPiece;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.signing.TestModule;

class PsdOwnerTest {

    @TempDir
    static Path folder;

    private Bench bench;

    @BeforeEach
    void set() {
        bench = new Bench(folder);
    }

    private static void work(PsdOwner owner, WaitingOrder... orders) throws InterruptedException {
        for (WaitingOrder order : orders) {
            owner.accept(order);
        }
        step(owner);
    }

    private static void step(PsdOwner owner) throws InterruptedException {
        owner.gather(Duration.ofMillis(1));
        owner.step();
    }

    private LedgerEntry last() {
        return bench.ledger.entries.get(bench.ledger.entries.size() - 1).entry();
    }

    @Test
    void orders_that_wait_together_are_franked_by_one_sealed_entry() throws Exception {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        LedgerEntry before = owner.head();
        work(owner, bench.order(825, 825), bench.order(150));
        assertThat(bench.ledger.entries).hasSize(1);
        SealedEntry sealed = bench.ledger.entries.get(0);
        assertThat(sealed.isSealedBy(bench.sealKey())).isTrue();
        List<FrankedPiece> pieces =
                bench.ledger.contents.stream().map(RecordedContent::piece).toList();
        assertThat(Succession.objection(before, sealed.entry(), pieces)).isEmpty();
        assertThat(sealed.entry().registers().descending()).isEqualTo(Money.ofMills(10_000 - 825 - 825 - 150));
        assertThat(sealed.entry().registers().ascending()).isEqualTo(Money.ofMills(825 + 825 + 150));
        assertThat(sealed.entry().pieceCount()).isEqualTo(3);
    }

    @Test
    void each_piece_carries_the_registers_after_it_the_licence_and_its_label() throws Exception {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        work(owner, bench.order(825, 150));
        assertThat(bench.ledger.contents)
                .extracting(content -> content.decoded().descending().mills())
                .containsExactly(9175L, 9025L);
        assertThat(bench.ledger.contents)
                .extracting(content -> content.decoded().pieceCount())
                .containsExactly(1L, 2L);
        assertThat(bench.ledger.contents).allSatisfy(recorded -> {
            IndiciumContent content = recorded.decoded();
            assertThat(content.licence().value()).isEqualTo(42);
            assertThat(content.labelSerial()).isEqualTo(Bench.SHEET);
            assertThat(content.certificateSerial()).isEqualTo(bench.module.indicium());
            assertThat(content.labelPosition()).isEqualTo(recorded.position());
        });
    }

    @Test
    void an_order_no_longer_claimed_is_dropped_and_the_rest_is_sealed_again_under_the_same_number() throws Exception {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        WaitingOrder gone = bench.order(825);
        WaitingOrder stays = bench.order(150);
        bench.ledger.goneOrders.add(gone.ref());
        long number = owner.head().number() + 1;
        work(owner, gone, stays);
        assertThat(bench.ledger.entries).hasSize(1);
        assertThat(last().number()).isEqualTo(number);
        assertThat(bench.ledger.contents).extracting(RecordedContent::order).containsExactly(stays.id());
        assertThat(bench.inFlight.enter(gone.ref(), null))
                .as("the dropped order has left")
                .isTrue();
    }

    @Test
    void an_order_that_cannot_be_committed_is_found_and_given_back_and_the_others_are_franked() throws Exception {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        WaitingOrder[] orders = {bench.order(10), bench.order(20), bench.order(30), bench.order(40), bench.order(50)};
        bench.ledger.violating.add(orders[3].ref());
        work(owner, orders);
        assertThat(bench.claims.givenBack).containsExactly(orders[3].id() + " " + Unfrankable.KIND.slug());
        assertThat(bench.ledger.contents)
                .extracting(RecordedContent::order)
                .containsExactlyInAnyOrder(orders[0].id(), orders[1].id(), orders[2].id(), orders[4].id());
        assertThat(last().registers().ascending()).isEqualTo(Money.ofMills(110));
    }

    @Test
    void a_commit_whose_answer_was_lost_is_looked_up_and_not_repeated() throws Exception {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        bench.ledger.afterCommit = new EJBException("connection lost");
        work(owner, bench.order(825));
        step(owner);
        assertThat(bench.ledger.entries).hasSize(1);
        assertThat(owner.head()).isEqualTo(last());
        assertThat(bench.committed).containsExactly(last().number());
    }

    @Test
    void a_commit_that_did_not_happen_is_made_at_the_next_step() throws Exception {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        bench.ledger.beforeCommit = new EJBException("no connection");
        work(owner, bench.order(825));
        assertThat(bench.ledger.entries).isEmpty();
        bench.ledger.beforeCommit = null;
        step(owner);
        assertThat(bench.ledger.entries).hasSize(1);
        assertThat(last().registers().ascending()).isEqualTo(Money.ofMills(825));
    }

    @Test
    void it_debits_nothing_once_its_lease_is_about_to_end() throws Exception {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        bench.nanos = Lease.LENGTH.minusSeconds(4).toNanos();
        work(owner, bench.order(825));
        assertThat(owner.isAtWork()).isFalse();
        assertThat(bench.ledger.entries).isEmpty();
    }

    @Test
    void it_stops_when_another_instance_owns_the_device() throws Exception {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        bench.ledger.beforeCommit = new OwnershipLost("epoch 2");
        work(owner, bench.order(825));
        assertThat(owner.isAtWork()).isFalse();
        assertThat(bench.ledger.suspended).isEmpty();
    }

    @Test
    void when_its_work_ends_it_releases_the_waiting_orders_and_accepts_no_more() {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        WaitingOrder waiting = bench.order(825);
        assertThat(owner.accept(waiting)).isTrue();
        owner.stop();
        owner.run();
        assertThat(bench.inFlight.enter(waiting.ref(), null)).as("it has left").isTrue();
        assertThat(owner.accept(bench.order(150))).isFalse();
        assertThat(bench.ledger.entries).isEmpty();
    }

    @Test
    void franked_orders_without_a_receipt_are_released_with_their_owner() throws Exception {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        WaitingOrder franked = bench.order(825);
        work(owner, franked);
        assertThat(bench.inFlight.enter(franked.ref(), null))
                .as("it waits for its receipt")
                .isFalse();
        owner.stop();
        owner.run();
        assertThat(bench.inFlight.enter(franked.ref(), null)).as("it has left").isTrue();
    }

    @Test
    void an_order_that_returns_at_its_next_attempt_is_franked() throws Exception {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        WaitingOrder first = bench.order(825);
        WaitingOrder second = new WaitingOrder(new OrderRef(first.ref().id(), 2), first.sheet(), first.pieces());
        assertThat(bench.inFlight.enter(second.ref(), null))
                .as("it is not in flight")
                .isTrue();
        bench.ledger.goneOrders.add(first.ref());
        work(owner, first, second);
        assertThat(bench.ledger.contents).extracting(RecordedContent::attempt).containsExactly(2);
    }

    @Test
    void an_order_taken_back_while_it_waits_for_funds_is_dropped() throws Exception {
        PsdOwner owner = bench.owner(0, new TopUpAmounts(Money.ofMills(20_000), Money.ZERO));
        bench.funds.silent = true;
        WaitingOrder takenBack = bench.order(825);
        bench.claims.takenBack.add(takenBack.id());
        work(owner, takenBack);
        step(owner);
        assertThat(owner.load()).isZero();
        assertThat(bench.inFlight.enter(takenBack.ref(), null))
                .as("it has left")
                .isTrue();
    }

    @Test
    void a_caller_that_waits_for_a_refused_order_is_released_at_once() throws Exception {
        PsdOwner owner = bench.owner(400_000, Bench.noTopUp());
        WaitingOrder refused = bench.order(100_001);
        work(owner, refused);
        assertThat(bench.inFlight.enter(refused.ref(), null)).as("it has left").isTrue();
    }

    @Test
    void an_order_of_which_no_content_can_be_made_is_given_back_and_the_others_are_franked() throws Exception {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        WaitingOrder good = bench.order(825);
        WaitingOrder bad = new WaitingOrder(
                new OrderRef(java.util.UUID.randomUUID(), 1),
                Bench.SHEET,
                List.of(new WaitingPiece(1, 2, Money.ofMills(825), "A ")));
        work(owner, bad, good);
        assertThat(bench.claims.givenBack).containsExactly(bad.id() + " unfrankable");
        assertThat(bench.ledger.contents).extracting(RecordedContent::order).containsExactly(good.id());
        assertThat(last().pieceCount()).isEqualTo(1);
        assertThat(owner.load()).isZero();
    }

    @Test
    void a_fault_of_any_kind_ends_one_step_only() throws Exception {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        bench.ledger.beforeCommit = new UnsupportedOperationException("of an unexpected kind");
        work(owner, bench.order(825));
        bench.ledger.beforeCommit = null;
        step(owner);
        assertThat(bench.ledger.entries).hasSize(1);
    }

    @Test
    void a_download_that_the_executor_rejects_is_requested_later() throws Exception {
        MovingClock clock = new MovingClock();
        bench.outside = task -> {
            throw new java.util.concurrent.RejectedExecutionException("full");
        };
        PsdOwner owner = bench.owner(0, new TopUpAmounts(Money.ofMills(20_000), Money.ZERO), clock);
        work(owner, bench.order(825));
        bench.outside = Runnable::run;
        clock.now = clock.now.plusSeconds(3);
        step(owner);
        step(owner);
        assertThat(last().kind()).isEqualTo(Kind.FRANKED);
    }

    @Test
    void an_open_funding_is_retried_until_its_answer_is_known_even_if_no_order_waits_for_it() throws Exception {
        MovingClock clock = new MovingClock();
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp(), clock);
        bench.funds.leftOpen = Funding.open(
                java.util.UUID.randomUUID(), Bench.PSD.value(), Money.ofMills(5000), Money.ofMills(10_000));
        bench.funds.silent = true;
        owner.finishOpen();
        step(owner);
        assertThat(bench.funds.finishings).as("it is not pressed").isEqualTo(1);
        bench.funds.silent = false;
        clock.now = clock.now.plusSeconds(3);
        step(owner);
        step(owner);
        assertThat(last().registers().descending()).isEqualTo(Money.ofMills(15_000));
    }

    @Test
    void while_the_module_is_offline_for_a_moment_orders_wait_for_it() throws Exception {
        MovingClock clock = new MovingClock();
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp(), clock);
        Runnable back = TestModule.offline(bench.module);
        work(owner, bench.order(825));
        clock.now = clock.now.plusSeconds(10);
        step(owner);
        assertThat(bench.claims.givenBack).isEmpty();
        assertThat(owner.canFrank()).isTrue();
        back.run();
        step(owner);
        assertThat(bench.ledger.entries).hasSize(1);
    }

    @Test
    void when_the_module_is_absent_too_long_orders_are_given_back_and_none_is_accepted_until_it_is_back()
            throws Exception {
        MovingClock clock = new MovingClock();
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp(), clock);
        Runnable back = TestModule.offline(bench.module);
        WaitingOrder order = bench.order(825);
        work(owner, order);
        clock.now = clock.now.plus(ModuleAbsence.LIMIT);
        step(owner);
        assertThat(bench.claims.givenBack).containsExactly(order.id() + " null");
        assertThat(bench.inFlight.enter(order.ref(), null)).as("it has left").isTrue();
        assertThat(owner.canFrank()).isFalse();
        back.run();
        step(owner);
        assertThat(owner.canFrank()).isTrue();
        assertThat(bench.ledger.entries).isEmpty();
    }

    @Test
    void a_row_that_does_not_match_suspends_the_device() throws Exception {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        bench.ledger.beforeCommit = new LedgerMismatch("the row was changed by another writer");
        work(owner, bench.order(825));
        assertThat(owner.isAtWork()).isFalse();
        assertThat(bench.ledger.suspended).containsExactly("the row was changed by another writer");
    }

    @Test
    void an_order_short_of_funds_is_franked_after_one_download_of_the_control_total() throws Exception {
        PsdOwner owner = bench.owner(500, new TopUpAmounts(Money.ofMills(20_000), Money.ZERO));
        work(owner, bench.order(825));
        step(owner);
        assertThat(bench.funds.asked).containsExactly(Money.ofMills(20_000));
        assertThat(bench.funds.controlTotals).containsExactly(Money.ofMills(500));
        assertThat(bench.ledger.entries)
                .extracting(written -> written.entry().kind())
                .containsExactly(Kind.FUNDED, Kind.FRANKED);
        assertThat(last().registers().descending()).isEqualTo(Money.ofMills(500 + 20_000 - 825));
    }

    @Test
    void an_expensive_order_gets_its_amount_when_that_is_more_than_the_usual_download() throws Exception {
        PsdOwner owner = bench.owner(0, new TopUpAmounts(Money.ofMills(1000), Money.ZERO));
        work(owner, bench.order(90_000, 90_000));
        step(owner);
        assertThat(bench.funds.asked).containsExactly(Money.ofMills(180_000));
        assertThat(last().registers().descending()).isEqualTo(Money.ZERO);
    }

    @Test
    void when_the_usual_download_is_refused_the_order_still_gets_its_amount() throws Exception {
        PsdOwner owner = bench.owner(0, new TopUpAmounts(Money.ofMills(20_000), Money.ZERO));
        bench.funds.balance = Money.ofMills(900);
        work(owner, bench.order(825));
        step(owner);
        step(owner);
        assertThat(bench.funds.asked).containsExactly(Money.ofMills(20_000), Money.ofMills(825));
        assertThat(last().kind()).isEqualTo(Kind.FRANKED);
        assertThat(bench.claims.givenBack).isEmpty();
    }

    @Test
    void when_the_authority_has_no_funds_the_order_is_given_back_with_the_reason() throws Exception {
        PsdOwner owner = bench.owner(0, new TopUpAmounts(Money.ofMills(20_000), Money.ZERO));
        bench.funds.balance = Money.ZERO;
        WaitingOrder order = bench.order(825);
        work(owner, order);
        step(owner);
        step(owner);
        assertThat(bench.claims.givenBack).containsExactly(order.id() + " authority-refused");
        assertThat(bench.ledger.entries).isEmpty();
        assertThat(owner.load()).isZero();
    }

    @Test
    void while_the_authority_does_not_answer_the_order_waits_for_it_and_others_continue() throws Exception {
        PsdOwner owner = bench.owner(1000, new TopUpAmounts(Money.ofMills(20_000), Money.ZERO));
        bench.funds.silent = true;
        WaitingOrder dear = bench.order(5000);
        work(owner, dear, bench.order(825));
        step(owner);
        assertThat(bench.claims.waiting).contains(dear.id());
        assertThat(bench.ledger.contents).extracting(RecordedContent::value).containsExactly(825L);
        assertThat(owner.load()).isEqualTo(1);
    }

    @Test
    void a_silent_authority_is_retried_after_a_back_off() throws Exception {
        MovingClock clock = new MovingClock();
        PsdOwner owner = bench.owner(0, new TopUpAmounts(Money.ofMills(20_000), Money.ZERO), clock);
        bench.funds.silent = true;
        work(owner, bench.order(825));
        step(owner);
        step(owner);
        assertThat(bench.funds.asked).hasSize(1);
        bench.funds.silent = false;
        clock.now = clock.now.plusSeconds(3);
        step(owner);
        step(owner);
        assertThat(last().kind()).isEqualTo(Kind.FRANKED);
    }

    @Test
    void below_the_low_water_mark_funds_are_downloaded_before_an_order_waits_for_them() throws Exception {
        PsdOwner owner = bench.owner(900, new TopUpAmounts(Money.ofMills(20_000), Money.ofMills(1000)));
        step(owner);
        step(owner);
        assertThat(last().kind()).isEqualTo(Kind.FUNDED);
        step(owner);
        assertThat(bench.funds.asked).hasSize(1);
    }

    @Test
    void a_download_never_exceeds_what_the_device_may_hold() throws Exception {
        PsdOwner owner = bench.owner(490_000, new TopUpAmounts(Money.ofMills(20_000), Money.ofMills(495_000)));
        step(owner);
        step(owner);
        assertThat(bench.funds.asked).containsExactly(Money.ofMills(10_000));
    }

    @Test
    void a_piece_above_the_devices_limit_is_given_back() throws Exception {
        PsdOwner owner = bench.owner(400_000, Bench.noTopUp());
        WaitingOrder order = bench.order(100_001);
        work(owner, order);
        assertThat(bench.claims.givenBack).containsExactly(order.id() + " value-out-of-range");
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-11-23T12:00:00Z");

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
