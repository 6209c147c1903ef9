package org.stampwright.postage.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.Receipt;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.ledger.SignedReceipt;
import org.stampwright.postage.comparison.SellingStopped;
import org.stampwright.postage.container.Deployed;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.franking.ClaimedOrders;
import org.stampwright.postage.franking.HandOverIntake;
import org.stampwright.postage.franking.StrandedOrders;
import org.stampwright.postage.indicium.Committed;
import org.stampwright.postage.indicium.Records;
import org.stampwright.postage.indicium.SignedPiece;
import org.stampwright.postage.indicium.Unsealed;
import org.stampwright.postage.licence.TestLicence;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.server.ServerSystems;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.postage.signing.CertifiedModule;
import org.stampwright.postage.signing.TestModule;
import org.stampwright.postage.worker.Bench;

/** The ledger's transactions in the real application server, on the real database, as the application's own role. */
@ExtendWith(ArquillianExtension.class)
public class LedgerIT {

    private static long nextSerial = 500;

    @Inject
    PsdLedger ledger;

    @Inject
    Fundings fundings;

    @Inject
    Releases releases;

    @Inject
    OrderTransitions transitions;

    @Inject
    Psds psds;

    @Inject
    Records records;

    @Inject
    StrandedOrders stranded;

    @Inject
    ClaimedOrders orders;

    @Inject
    HandOverIntake intake;

    @Inject
    ServerSystems systems;

    @Inject
    ThisInstance instance;

    @Resource(lookup = DataSources.WORK)
    DataSource work;

    @Resource
    ManagedExecutorService executor;

    @Resource
    UserTransaction transaction;

    private CertifiedModule module;
    private LedgerEntry head;

    @Deployment
    static WebArchive war() {
        return Deployed.war();
    }

    @BeforeEach
    void open() throws Exception {
        module = TestModule.in(Files.createTempDirectory("module"), 11, 12);
        PsdSerial serial = new PsdSerial(nextSerial++);
        head = LedgerEntry.opened(
                serial, Money.ofMills(1_000_000), Money.ofMills(100_000), instance.id(), 1, module.seal());
        ledger.open(UUID.randomUUID(), sealed(head));
        head = fund(100_000);
    }

    /** Records a difference, expects the step to be refused, and rolls both back. */
    private void refusesWhileStopped(Runnable step) throws Exception {
        transaction.begin();
        try {
            execute("insert into psd_difference (psd, authority_entry, authority_head, authority_granted, our_funds,"
                    + " noticed_by) values (5, 1, sha256('x'), 0, 0, 'alder')");
            assertThatThrownBy(step::run).isInstanceOf(SellingStopped.class);
            assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void while_the_vendor_may_not_sell_no_psd_is_opened_taken_funded_or_debited() throws Exception {
        LedgerEntry other = LedgerEntry.opened(
                new PsdSerial(nextSerial++),
                Money.ofMills(1_000_000),
                Money.ofMills(100_000),
                instance.id(),
                1,
                module.seal());
        refusesWhileStopped(() -> ledger.open(UUID.randomUUID(), sealed(other)));
        refusesWhileStopped(() -> ledger.take(sealed(head.taken(instance.id(), 2, module.seal()))));
        Money amount = Money.ofMills(5_000);
        refusesWhileStopped(() ->
                fundings.open(Ownership.saidBy(head), amount, head.registers().controlTotal()));
        Funding funding =
                fundings.open(Ownership.saidBy(head), amount, head.registers().controlTotal());
        refusesWhileStopped(() -> ledger.fund(funding, sealed(head.funded(amount))));
        Batch batch = batch(order("claimed"));
        refusesWhileStopped(() -> ledger.debit(batch, sealed(batch.entry())));
        ledger.debit(batch, sealed(batch.entry()));
    }

    private LedgerEntry fund(long mills) {
        Funding funding = fundings.open(
                Ownership.saidBy(head), Money.ofMills(mills), head.registers().controlTotal());
        LedgerEntry funded = head.funded(Money.ofMills(mills));
        ledger.fund(funding, sealed(funded));
        return funded;
    }

    private SealedEntry sealed(LedgerEntry entry) {
        return new SealedEntry(entry, module.module().seal(entry));
    }

    private Batch batch(WaitingOrder... orders) {
        return Batch.of(
                head,
                List.of(orders),
                new Batch.Stationery(
                        TestLicence.number(42).letterhead(), new CertificateSerial(11), LocalDate.of(2026, 11, 23)));
    }

    private WaitingOrder order(String state) throws SQLException {
        WaitingOrder order = new WaitingOrder(
                new OrderRef(UUID.randomUUID(), 1),
                Bench.SHEET,
                List.of(new WaitingPiece(1, 1, Money.ofMills(825), "FC")));
        execute("insert into rate_edition (valid_from, service_fee, smallest_order, imported_by)"
                + " values ('2026-01-01', 0, 0, 'test') on conflict do nothing");
        execute("insert into postage_order (id, state, attempt, channel, idempotency_key, request_hash, remote_address,"
                + " franked_by, claimed_at, sheet, start_position, edition_id, pieces, postage, fee, rounding, total,"
                + " currency) select '" + order.id() + "', '" + state + "', 1, 'api', '" + order.id()
                + "', decode(repeat('00', 32), 'hex'), '127.0.0.1', " + instance.id()
                + ", now(), 'T000000000', 1, id, 1,"
                + " 825, 0, 5, 830, 840 from rate_edition limit 1");
        return order;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = work.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = work.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private String psd(String column) throws SQLException {
        return one("select " + column + " from psd where serial = " + head.psd().value());
    }

    private String state(WaitingOrder order) throws SQLException {
        return one("select state from postage_order where id = '" + order.id() + "'");
    }

    private void nothingMoved(long entries) throws SQLException {
        assertThat(psd("descending"))
                .isEqualTo(Long.toString(head.registers().descending().mills()));
        assertThat(psd("entry_number")).isEqualTo(Long.toString(entries));
        assertThat(one("select count(*) from ledger_entry where psd = "
                        + head.psd().value()))
                .isEqualTo(Long.toString(entries));
        assertThat(one("select count(*) from indicium_content where psd = "
                        + head.psd().value()))
                .isEqualTo("0");
    }

    @Test
    void registers_entry_contents_and_orders_are_committed_together() throws Exception {
        WaitingOrder order = order("claimed");
        Batch batch = batch(order);
        ledger.debit(batch, sealed(batch.entry()));
        assertThat(psd("descending")).isEqualTo("99175");
        assertThat(psd("ascending")).isEqualTo("825");
        assertThat(psd("piece_count")).isEqualTo("1");
        assertThat(psd("entry_number")).isEqualTo("3");
        assertThat(state(order)).isEqualTo("franked");
        assertThat(one("select order_id from indicium_content where psd = "
                        + head.psd().value()))
                .isEqualTo(order.id().toString());
    }

    @Test
    void an_order_that_is_no_longer_claimed_rolls_back_the_whole_batch_and_is_named() throws Exception {
        WaitingOrder claimed = order("claimed");
        WaitingOrder gone = order("franked");
        Batch batch = batch(claimed, gone);
        SealedEntry sealed = sealed(batch.entry());
        assertThatThrownBy(() -> ledger.debit(batch, sealed))
                .isInstanceOfSatisfying(OrdersAdvanced.class, wentOn -> assertThat(wentOn.orders())
                        .containsExactly(gone.ref()));
        nothingMoved(2);
        assertThat(state(claimed)).isEqualTo("claimed");
    }

    @Test
    void an_owner_that_was_superseded_debits_nothing() throws Exception {
        execute("update psd set lease_until = now() - interval '1 second' where serial = "
                + head.psd().value());
        execute("insert into server_system (name, role, state, address, node_certificate)"
                + " values ('birch', 'both', 'admitted', 'http://127.0.0.1:1', '\\x00') on conflict do nothing");
        long birch = Long.parseLong(one("select id from server_system where name = 'birch'"));
        ledger.take(sealed(head.taken(birch, 2, module.seal())));
        Batch late = batch(order("claimed"));
        SealedEntry sealed = sealed(late.entry());
        assertThatThrownBy(() -> ledger.debit(late, sealed)).isInstanceOf(OwnershipLost.class);
        nothingMoved(3);
    }

    @Test
    void a_device_whose_lease_is_valid_cannot_be_taken() throws Exception {
        SealedEntry taken = sealed(head.taken(instance.id() + 1, 2, module.seal()));
        assertThatThrownBy(() -> ledger.take(taken)).isInstanceOf(OwnershipLost.class);
        nothingMoved(2);
    }

    @Test
    void of_two_that_debit_at_the_same_time_the_second_hits_nothing() throws Exception {
        Batch one = batch(order("claimed"));
        Batch other = batch(order("claimed"));
        SealedEntry sealedOther = sealed(other.entry());
        transaction.begin();
        ledger.debit(one, sealed(one.entry()));
        Future<?> second = executor.submit(() -> ledger.debit(other, sealedOther));
        await("it waits for the row").during(Duration.ofMillis(500)).until(() -> !second.isDone());
        transaction.commit();
        assertThatThrownBy(() -> second.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(EJBException.class);
        assertThat(psd("entry_number")).isEqualTo("3");
        assertThat(psd("ascending")).isEqualTo("825");
        assertThat(state(other.orders().get(0))).isEqualTo("claimed");
    }

    @Test
    void a_row_that_another_writer_changed_is_not_debited() throws Exception {
        execute("update psd set descending = descending + 5, funds_added = funds_added + 5 where serial = "
                + head.psd().value());
        Batch batch = batch(order("claimed"));
        SealedEntry sealed = sealed(batch.entry());
        assertThatThrownBy(() -> ledger.debit(batch, sealed)).isInstanceOf(LedgerMismatch.class);
    }

    @Test
    void a_funding_is_credited_once() throws Exception {
        Funding funding = fundings.open(
                Ownership.saidBy(head), Money.ofMills(1000), head.registers().controlTotal());
        LedgerEntry funded = head.funded(Money.ofMills(1000));
        ledger.fund(funding, sealed(funded));
        SealedEntry again = sealed(funded.funded(Money.ofMills(1000)));
        assertThatThrownBy(() -> ledger.fund(funding, again)).isInstanceOf(OwnershipLost.class);
        assertThat(psd("funds_added")).isEqualTo("101000");
    }

    private Batch franked(WaitingOrder order) {
        Batch batch = batch(order);
        ledger.debit(batch, sealed(batch.entry()));
        return batch;
    }

    private SignedPiece signed(Batch batch) {
        return new SignedPiece(batch.contents().get(0), new byte[64]);
    }

    private String fate() throws SQLException {
        return one("select fate from indicium_fate where psd = " + head.psd().value());
    }

    @Test
    void an_abandoned_piece_keeps_its_place_is_to_be_voided_and_a_late_signature_is_thrown_away() throws Exception {
        WaitingOrder order = order("claimed");
        Batch batch = franked(order);
        assertThat(releases.abandon(order.ref())).isTrue();
        releases.signed(List.of(signed(batch)));
        assertThat(fate()).isEqualTo("abandoned");
        assertThat(state(order)).isEqualTo("held");
        assertThat(one("select attempt from postage_order where id = '" + order.id() + "'"))
                .isEqualTo("2");
        assertThat(one("select because || ' ' || state from piece_void where psd = "
                        + head.psd().value()))
                .isEqualTo("abandoned open");
        assertThat(psd("ascending")).isEqualTo("825");
        assertThat(psd("piece_count")).isEqualTo("1");
    }

    @Test
    void once_it_is_signed_a_piece_cannot_be_abandoned() throws Exception {
        WaitingOrder order = order("claimed");
        releases.signed(List.of(signed(franked(order))));
        assertThat(releases.abandon(order.ref())).isFalse();
        assertThat(fate()).isEqualTo("signed");
        assertThat(state(order)).isEqualTo("signed");
    }

    @Test
    void a_receipt_moves_the_orders_of_the_entries_it_covers_and_no_others() throws Exception {
        WaitingOrder covered = order("claimed");
        Batch batch = franked(covered);
        releases.signed(List.of(signed(batch)));
        head = batch.entry();
        WaitingOrder later = order("claimed");
        releases.signed(List.of(signed(franked(later))));
        Receipt receipt = new Receipt(head.psd(), head.number(), head.hash(), java.time.Instant.EPOCH);
        List<OrderRef> receipted = releases.receipted(
                List.of(),
                new SignedReceipt(receipt, new byte[64]),
                List.of(Committed.entry(sealed(head), batch.contents())));
        assertThat(receipted).containsExactly(covered.ref());
        assertThat(state(covered)).isEqualTo("receipted");
        assertThat(state(later)).isEqualTo("signed");
        assertThat(psd("receipted_entry")).isEqualTo("3");
    }

    @Test
    void an_order_is_claimed_once_and_a_claim_taken_back_makes_the_late_franking_hit_nothing() throws Exception {
        WaitingOrder order = order("claimed");
        assertThat(transitions.givenBack(order.ref(), null, null)).isTrue();
        assertThat(transitions.givenBack(order.ref(), null, null)).isFalse();
        Batch late = batch(order);
        SealedEntry sealed = sealed(late.entry());
        assertThatThrownBy(() -> ledger.debit(late, sealed)).isInstanceOf(OrdersAdvanced.class);
        nothingMoved(2);
    }

    @Test
    void a_server_system_that_is_not_admitted_claims_nothing() throws Exception {
        WaitingOrder order = order("claimed");
        transitions.givenBack(order.ref(), null, null);
        OrderRef again = new OrderRef(order.id(), 2);
        execute("update server_system set state = 'draining' where name = 'alder'");
        assertThat(claim(again)).isEmpty();
        execute("update server_system set state = 'admitted' where name = 'alder'");
        assertThat(claim(again)).isPresent();
        assertThat(claim(again)).isEmpty();
    }

    private Optional<OrderSnapshot> claim(OrderRef order) {
        return transitions
                .claimed(List.of(new OrderTransitions.Claim(order, instance.id())))
                .get(0);
    }

    @Test
    void turns_are_counted_by_the_database_and_only_the_admitted_and_living_have_one() throws Exception {
        execute("update server_system set state = 'admitted' where name = 'alder'");
        for (String name : List.of("cedar", "doum", "elm")) {
            execute("insert into server_system (name, role, state, address, node_certificate, heartbeat_at) values ('"
                    + name + "', 'processing', 'admitted', 'http://127.0.0.1:1', '\\x00', now() + interval '1 hour')"
                    + " on conflict (name) do update set heartbeat_at = excluded.heartbeat_at, state = 'admitted'");
        }
        execute("update server_system set heartbeat_at = now() - interval '11 seconds' where name = 'doum'");
        execute("update server_system set state = 'draining' where name = 'elm'");
        List<String> selected = systems.selectionOrders(6).stream()
                .map(order -> order.get(0).name())
                .toList();
        assertThat(selected)
                .as("the turn of one that is not alive is its successor's")
                .containsOnly("alder", "cedar");
        assertThat(selected.stream().filter("cedar"::equals)).hasSize(2);
        execute("update server_system set state = 'removed' where name in ('cedar', 'doum', 'elm')");
    }

    @Test
    void a_pending_instance_needs_devices_and_a_draining_one_does_not() throws Exception {
        execute("update server_system set state = 'removed' where name <> 'alder'");
        execute("insert into server_system (name, role, state, address, node_certificate, heartbeat_at) values"
                + " ('fir', 'processing', 'pending', 'http://127.0.0.1:1', '\\x00', now() + interval '1 hour')");
        assertThat(psds.isAnotherInNeed(2, instance.id())).isTrue();
        execute("update server_system set state = 'draining' where name = 'fir'");
        assertThat(psds.isAnotherInNeed(2, instance.id())).isFalse();
        execute("update server_system set state = 'removed' where name = 'fir'");
    }

    @Test
    void a_device_has_at_most_one_open_funding() {
        fundings.open(
                Ownership.saidBy(head), Money.ofMills(1000), head.registers().controlTotal());
        assertThatThrownBy(() -> fundings.open(
                        Ownership.saidBy(head),
                        Money.ofMills(1000),
                        head.registers().controlTotal()))
                .isInstanceOf(EJBException.class);
    }

    @Test
    void an_owner_that_was_superseded_opens_no_funding() throws Exception {
        LedgerEntry taken = head.taken(instance.id(), 2, module.seal());
        ledger.take(sealed(taken));
        assertThatThrownBy(() -> fundings.open(Ownership.saidBy(head), Money.ofMills(1000), Money.ofMills(100_000)))
                .isInstanceOf(OwnershipLost.class);
        assertThat(fundings.openFor(head.psd().value())).isEmpty();
    }

    @Test
    void a_device_is_suspended_only_in_the_name_of_its_owner_of_that_epoch() throws Exception {
        LedgerEntry taken = head.taken(instance.id(), 2, module.seal());
        ledger.take(sealed(taken));
        assertThat(ledger.suspend(Ownership.saidBy(head), "a late owner")).isFalse();
        assertThat(psd("state")).isEqualTo("active");
        assertThat(ledger.suspend(Ownership.saidBy(taken), "its owner")).isTrue();
        assertThat(psd("suspended_because")).isEqualTo("its owner");
    }

    @Test
    void whether_an_entry_is_recorded_is_answered_only_after_a_commit_in_flight() throws Exception {
        Batch batch = batch(order("claimed"));
        SealedEntry sealed = sealed(batch.entry());
        transaction.begin();
        ledger.debit(batch, sealed);
        Future<Boolean> answer = executor.submit(() -> ledger.isRecorded(sealed));
        await("it waits for the commit").during(Duration.ofMillis(500)).until(() -> !answer.isDone());
        transaction.commit();
        assertThat(answer.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void an_entry_whose_bytes_are_none_is_an_alarm() throws Exception {
        execute("insert into ledger_entry (psd, number, kind, entry, seal, ascending, descending, piece_count, epoch,"
                + " owner_id) values (" + head.psd().value()
                + ", 3, 'franked', '\\x00', decode(repeat('00', 64), 'hex'),"
                + " 0, 0, 0, 1, " + instance.id() + ")");
        assertThatThrownBy(() -> records.after(head.psd().value(), 2, 1)).isInstanceOf(Unsealed.class);
    }

    @Test
    void a_content_beside_which_a_column_says_anything_else_cannot_be_stored() throws Exception {
        Batch batch = franked(order("claimed"));
        String columns = "psd, piece_count, entry_number, order_id, attempt, line, sheet, position, value, content";
        for (String[] change : new String[][] {
            {"psd,", "psd + 1,", "indicium_content_columns_check"},
            {"piece_count", "piece_count + 256", "indicium_content_columns_check"},
            {"sheet", "'T000000002'", "indicium_content_columns_check"},
            {"position", "position + 1", "indicium_content_columns_check"},
            {"value", "value + 65536", "indicium_content_columns_check"},
            {"line", "0", "indicium_content_line_check"},
        }) {
            assertThatThrownBy(() -> execute("insert into indicium_content (" + columns + ") select "
                            + columns.replace(change[0], change[1]) + " from indicium_content where psd = "
                            + batch.entry().psd().value()))
                    .hasMessageContaining(change[2]);
        }
    }

    @Test
    void an_alarm_suspends_a_device_regardless_of_its_owner() throws Exception {
        assertThat(ledger.alarm(head.psd().value(), "a row that was not sealed"))
                .isTrue();
        assertThat(psd("suspended_because")).isEqualTo("a row that was not sealed");
        assertThat(ledger.alarm(head.psd().value(), "again")).isFalse();
    }

    @Test
    void an_order_franked_on_a_device_that_is_suspended_is_stranded_and_a_signed_one_waits_for_the_operator()
            throws Exception {
        WaitingOrder signed = order("claimed");
        Batch first = franked(signed);
        releases.signed(List.of(signed(first)));
        head = first.entry();
        WaitingOrder unsigned = order("claimed");
        head = franked(unsigned).entry();
        assertThat(stranded.unsigned()).doesNotContain(unsigned.ref());
        unseenByTheSchedules(() -> {
            ledger.suspend(Ownership.saidBy(head), "a test");
            assertThat(stranded.unsigned()).contains(unsigned.ref()).doesNotContain(signed.ref());
            transitions.waitForOperator();
            assertThat(one("select waits_for from postage_order where id = '" + signed.id() + "'"))
                    .isEqualTo("operator");
            assertThat(releases.abandon(unsigned.ref())).isTrue();
            assertThat(stranded.unsigned()).doesNotContain(unsigned.ref());
        });
    }

    @Test
    void an_order_franked_on_a_device_whose_owner_is_silent_too_long_is_stranded() throws Exception {
        WaitingOrder order = order("claimed");
        franked(order);
        unseenByTheSchedules(() -> {
            lease("now() - interval '40 seconds'");
            assertThat(stranded.unsigned()).doesNotContain(order.ref());
            lease("now() - interval '50 seconds'");
            assertThat(stranded.unsigned()).contains(order.ref());
        });
    }

    /**
     * Runs the test in a transaction that is rolled back, so that the running application's jobs never see its rows.
     */
    private void unseenByTheSchedules(ThrowingCallable test) throws Exception {
        transaction.begin();
        try {
            test.call();
        } catch (Exception | Error failed) {
            throw failed;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        } finally {
            transaction.rollback();
        }
    }

    private void lease(String until) throws SQLException {
        execute("update psd set lease_until = " + until + " where serial = "
                + head.psd().value());
    }

    @Test
    void a_device_given_away_with_entries_that_have_no_receipt_is_taken_by_any_living_instance() throws Exception {
        lease("'-infinity'");
        assertThat(psds.leftBehind(instance.id())).contains(head.psd().value());
        execute("update psd set receipted_entry = entry_number where serial = "
                + head.psd().value());
        assertThat(psds.leftBehind(instance.id())).doesNotContain(head.psd().value());
    }

    @Test
    void an_order_whose_lines_and_positions_do_not_match_is_named_as_unfrankable() throws Exception {
        WaitingOrder order = order("claimed");
        assertThat(orders.read(List.of(order.ref())).unfit())
                .extracting(Unfrankable::order)
                .containsExactly(order.ref());
    }

    @Test
    void an_order_that_is_not_claimed_for_this_instance_is_refused_and_a_missing_one_ignored() throws Exception {
        WaitingOrder order = order("claimed");
        transitions.givenBack(order.ref(), null, null);
        assertThat(intake.take(List.of(order.id(), UUID.randomUUID()))).containsOnlyKeys(order.id());
    }

    @Test
    void what_is_recorded_can_be_neither_changed_nor_deleted_by_the_application() {
        for (String table : List.of("ledger_entry", "indicium_content", "indicium_fate", "psd_receipt")) {
            assertThatThrownBy(() -> execute("delete from " + table))
                    .as(table)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute("update " + table + " set psd = psd"))
                    .as(table)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void the_job_sends_a_heartbeat() throws Exception {
        String beat = "select heartbeat_at from server_system where name = 'alder'";
        String first = one(beat);
        await().atMost(Duration.ofSeconds(10)).until(() -> !one(beat).equals(first));
    }
}
