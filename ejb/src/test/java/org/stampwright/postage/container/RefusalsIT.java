package org.stampwright.postage.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.postage.account.AccountKind;
import org.stampwright.postage.account.Accounts;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Guest;
import org.stampwright.postage.account.Operator;
import org.stampwright.postage.comparison.Difference;
import org.stampwright.postage.comparison.Differences;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.imports.ImportDocument;
import org.stampwright.postage.imports.ImportOutcome;
import org.stampwright.postage.imports.Imports;
import org.stampwright.postage.label.Buyer;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.label.SheetView;
import org.stampwright.postage.order.CheckoutPages;
import org.stampwright.postage.order.Drafts;
import org.stampwright.postage.order.Orders;
import org.stampwright.postage.order.Placement;
import org.stampwright.postage.order.PlacingOrders;
import org.stampwright.postage.order.StartedDraft;
import org.stampwright.postage.payment.Webhooks;
import org.stampwright.postage.printing.TicketRows;
import org.stampwright.postage.printing.Tickets;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/**
 * The refusals of the facades as a caller in the application server receives them: as values. An exception that crosses
 * from one bean to another marks the caller's transaction, so only the real server shows whether a refusal arrives.
 * {@code RefusalCoverageTest} finds each refusal of each facade in the calls of {@link #refused} here.
 */
@ExtendWith(ArquillianExtension.class)
class RefusalsIT {

    private static final Operator OPERATOR = new Operator(1, "operator");
    private static final UUID NONE = new UUID(1, 1);
    private static final List<LineRequest> LETTER = List.of(new LineRequest("letter", 1, null));
    private static final String UNKNOWN_SHEET = new LabelSerial("U000000000").printed();
    private static int made;

    @Inject
    Imports importing;

    @Inject
    Accounts accounts;

    @Inject
    LabelSheets sheets;

    @Inject
    PlacingOrders placing;

    @Inject
    Drafts drafts;

    @Inject
    Orders orders;

    @Inject
    CheckoutPages pages;

    @Inject
    Tickets tickets;

    @Inject
    TicketRows ticketRows;

    @Inject
    Webhooks webhooks;

    @Inject
    SellingStop stop;

    @Inject
    Differences differences;

    @Resource(lookup = DataSources.WORK)
    DataSource work;

    private Caller client;
    private Buyer buyer;
    private String sheet;

    @Deployment
    static WebArchive war() {
        return Deployed.war();
    }

    @BeforeEach
    void open() throws SQLException {
        await("the instance has tried to compare the heads")
                .until(() -> stop.refusal().isEmpty());
        if (one("select count(*) from rate_edition").equals("0")) {
            granted(importing.importDocument(
                    OPERATOR,
                    document("{'rates': {'validFrom': '2026-01-01T00:00:00Z', 'serviceFee': 50, 'smallestOrder': 0,"
                            + " 'products': [{'product': 'letter', 'description': 'Letter', 'value': 825,"
                            + " 'rateCategory': 'FC'}, {'product': 'free', 'description': 'Any', 'minimum': 10,"
                            + " 'maximum': 100000, 'rateCategory': 'FV'}]}}")));
        }
        String name = "client" + ++made;
        ImportOutcome done = granted(importing.importDocument(
                OPERATOR,
                document("{'sheets': [{'series': 'T', 'count': 1, 'stock': 'US-LETTER-25'}],"
                        + " 'accounts': [{'name': '" + name + "'}]}")));
        sheet = done.sheets().get(0);
        client = accounts.byApiKey(done.keys().get(name).text()).orElseThrow();
        buyer = Buyer.of(client, null, "10.0.0." + made);
    }

    @Test
    void an_unknown_selection_procedure_is_refused_at_its_field() throws SQLException {
        refused(
                importing.importDocument(OPERATOR, document("{'selectionProcedure':'random'}")),
                ProblemKind.IMPORT_REFUSED,
                "selectionProcedure");
        assertThat(one("select value from vendor_setting where name = 'selection-procedure'"))
                .isEqualTo("round-robin");
    }

    @Test
    void draining_a_removed_server_system_is_refused_at_its_field_and_it_is_not_removed() throws SQLException {
        execute("insert into server_system (name, role, state, address, node_certificate)"
                + " values ('birch', 'both', 'admitted', 'http://127.0.0.1:1', '\\x00') on conflict do nothing");
        refused(
                importing.importDocument(
                        OPERATOR,
                        document("{'serverSystems':[{'name':'birch','state':'removed'},"
                                + "{'name':'birch','state':'draining'}]}")),
                ProblemKind.IMPORT_REFUSED,
                "serverSystems[1].state");
        assertThat(one("select state from server_system where name = 'birch'")).isEqualTo("admitted");
    }

    @Test
    void accounts_refuse_and_count() throws SQLException {
        String email = "ann" + made + "@example.org";
        refused(accounts.register("ann", "a long password", "10.1.0.1"), ProblemKind.EMAIL_INVALID, "email");
        refused(accounts.register(email, "short", "10.1.0.1"), ProblemKind.PASSWORD_TOO_SHORT, "password");
        granted(accounts.register(email, "a long password", "10.1.0.1"));
        refused(accounts.register(email, "a long password", "10.1.0.1"), ProblemKind.EMAIL_TAKEN, "email");
        refused(
                accounts.authenticate(AccountKind.CONSUMER, email, "another password", "10.1.0.1"),
                ProblemKind.UNAUTHENTICATED,
                null);
        execute("insert into allowance values ('registration', '10.1.0.2', now() + interval '600 seconds')");
        refused(accounts.register("x" + email, "a long password", "10.1.0.2"), ProblemKind.TOO_MANY_ATTEMPTS, null);
        execute("insert into allowance values ('login-of-network', '10.1.0.2', now() + interval '600 seconds')");
        refused(
                accounts.authenticate(AccountKind.CONSUMER, email, "a long password", "10.1.0.2"),
                ProblemKind.TOO_MANY_ATTEMPTS,
                null);
    }

    @Test
    void label_sheets_refuse_and_count() throws SQLException {
        refused(sheets.view(buyer, "X"), ProblemKind.SHEET_MISTYPED, "sheet");
        refused(sheets.makeVoid(OPERATOR, "X"), ProblemKind.SHEET_MISTYPED, "sheet");
        refused(sheets.view(buyer, UNKNOWN_SHEET), ProblemKind.SHEET_UNKNOWN, "sheet");
        SheetView found = granted(sheets.view(buyer, sheet));
        refused(sheets.wouldFit(found, 26, 1), ProblemKind.POSITION_PAST_END, "startPosition");
        refused(sheets.wouldFit(found, 25, 2), ProblemKind.TOO_FEW_LABELS, "startPosition");
        use(1, order("printed"));
        SheetView partly = granted(sheets.view(buyer, sheet));
        refused(sheets.wouldFit(partly, 1, 1), ProblemKind.POSITION_TAKEN, "startPosition");
        changeSheet("state = 'stolen'");
        refused(sheets.view(buyer, sheet), ProblemKind.SHEET_STOLEN, "sheet");
        changeSheet("state = 'void'");
        refused(sheets.view(buyer, sheet), ProblemKind.SHEET_VOID, "sheet");
        changeSheet("state = 'known', owner_email = 'bob@example.org'");
        refused(sheets.view(buyer, sheet), ProblemKind.SHEET_FOREIGN, "sheet");
        assertThat(one("select count(*) from failed_attempt where kind = 'serial' and subject = 'address:"
                        + buyer.remoteAddress() + "'"))
                .as("counted although it is refused")
                .isEqualTo("2");
        attempts("serial", 50, buyer.remoteAddress());
        refused(sheets.view(buyer, sheet), ProblemKind.TOO_MANY_ATTEMPTS, "sheet");
    }

    @Test
    void orders_are_refused_before_they_are_placed() throws SQLException {
        refused(
                placing.place(client, placement(null, sheet, LETTER, "pm_card_visa")),
                ProblemKind.IDEMPOTENCY_KEY_MISSING,
                "Idempotency-Key");
        refused(
                placing.place(client, placement("k", sheet, LETTER, "visa")),
                ProblemKind.CARD_UNKNOWN,
                "paymentMethod");
        refused(placing.place(client, placement("k", "X", LETTER, "pm_1")), ProblemKind.SHEET_MISTYPED, "sheet");
        refused(
                placing.place(client, of(new LineRequest("parcel", 1, null))),
                ProblemKind.PRODUCT_UNKNOWN,
                "lines[0].product");
        refused(
                placing.place(client, of(new LineRequest("letter", 0, null))),
                ProblemKind.QUANTITY_OUT_OF_RANGE,
                "lines[0].quantity");
        refused(
                placing.place(client, of(new LineRequest("free", 1, 1L))),
                ProblemKind.VALUE_OUT_OF_RANGE,
                "lines[0].value");
        refused(
                placing.place(client, of(new LineRequest("free", 1, 10L))),
                ProblemKind.BELOW_MINIMUM,
                "lines[0].quantity");
        refused(
                placing.place(client, of(new LineRequest("letter", 26, null))),
                ProblemKind.TOO_FEW_LABELS,
                "startPosition");
        refused(placing.quote(buyer, sheet, 26, LETTER), ProblemKind.POSITION_PAST_END, "startPosition");
        granted(placing.place(client, placement("k", sheet, LETTER, "pm_1")));
        refused(
                placing.place(client, placement("k", sheet, LETTER, "pm_2")),
                ProblemKind.IDEMPOTENCY_KEY_REUSED,
                "Idempotency-Key");
        refused(placing.quote(buyer, sheet, 1, LETTER), ProblemKind.POSITION_TAKEN, "startPosition");
    }

    private Placement of(LineRequest line) {
        return placement("k", sheet, List.of(line), "pm_1");
    }

    @Test
    void orders_on_sheets_that_cannot_be_used_are_refused() throws SQLException {
        refused(placing.place(client, on(UNKNOWN_SHEET)), ProblemKind.SHEET_UNKNOWN, "sheet");
        changeSheet("state = 'stolen'");
        refused(placing.place(client, on(sheet)), ProblemKind.SHEET_STOLEN, "sheet");
        changeSheet("state = 'void'");
        refused(placing.place(client, on(sheet)), ProblemKind.SHEET_VOID, "sheet");
        changeSheet("state = 'known', owner_email = 'bob@example.org'");
        refused(placing.place(client, on(sheet)), ProblemKind.SHEET_FOREIGN, "sheet");
        attempts("serial", 50, "10.3.0.1");
        refused(placing.place(client, on(sheet)), ProblemKind.TOO_MANY_ATTEMPTS, "sheet");
        execute("delete from failed_attempt where subject = 'address:10.3.0.1'");
    }

    private static Placement on(String serial) {
        return placement("k", serial, LETTER, "pm_1");
    }

    @Test
    void nothing_is_sold_until_an_operator_confirms_the_differences_that_were_shown() throws SQLException {
        StartedDraft started = drafts.start(Guest.NEW, "10.4.0.1");
        Caller guest = accounts.guest(started.guestToken().text());
        granted(drafts.chooseSheet(guest, started.order(), sheet, null));
        granted(drafts.chooseEmail(guest, started.order(), "bob@example.org"));
        granted(drafts.chooseLines(guest, started.order(), LETTER));
        granted(placing.placeDraft(guest, started.order()));
        execute("insert into psd_difference (psd, authority_entry, authority_head, authority_granted, our_funds,"
                + " noticed_by) values (99, 1, sha256('" + made + "'), 0, 0, 'alder')");
        refused(placing.place(client, on(sheet)), ProblemKind.SELLING_STOPPED, null);
        refused(pages.open(guest, started.order()), ProblemKind.SELLING_STOPPED, null);
        Set<Long> shown = differences.unconfirmed().stream().map(Difference::id).collect(Collectors.toSet());
        refused(differences.confirm(OPERATOR, " ", shown), ProblemKind.REASON_MISSING, "reason");
        refused(differences.confirm(OPERATOR, "Restored.", Set.of()), ProblemKind.DIFFERENCES_CHANGED, null);
        execute("insert into account (id, kind, login, password_hash) overriding system value"
                + " values (1, 'operator', 'operator', 'pbkdf2:1:AA==:AA==') on conflict do nothing");
        granted(differences.confirm(OPERATOR, "Restored.", shown));
    }

    @Test
    void drafts_and_their_pages_refuse() throws SQLException {
        StartedDraft started = drafts.start(Guest.NEW, "10.2.0.1");
        Caller guest = accounts.guest(started.guestToken().text());
        UUID draft = started.order();
        refused(placing.placeDraft(guest, NONE), ProblemKind.NOT_FOUND, null);
        refused(drafts.chooseSheet(client, draft, sheet, null), ProblemKind.NOT_FOUND, null);
        refused(drafts.chooseSheet(guest, draft, "X", null), ProblemKind.SHEET_MISTYPED, "sheet");
        refused(drafts.chooseLines(guest, NONE, LETTER), ProblemKind.NOT_FOUND, null);
        refused(drafts.chooseEmail(guest, draft, "bob"), ProblemKind.EMAIL_INVALID, "email");
        refused(drafts.sheet(guest, draft), ProblemKind.NOT_FOUND, null);
        refused(placing.placeDraft(guest, draft), ProblemKind.SHEET_MISTYPED, "sheet");
        refused(drafts.chooseSheet(guest, draft, UNKNOWN_SHEET, null), ProblemKind.SHEET_UNKNOWN, "sheet");
        refused(drafts.chooseSheet(guest, draft, sheet, 26), ProblemKind.POSITION_PAST_END, "startPosition");
        granted(drafts.chooseSheet(guest, draft, sheet, null));
        refused(placing.placeDraft(guest, draft), ProblemKind.EMAIL_INVALID, "email");
        granted(drafts.chooseEmail(guest, draft, "bob@example.org"));
        refused(
                drafts.chooseLines(guest, draft, line("parcel", 1, null)),
                ProblemKind.PRODUCT_UNKNOWN,
                "lines[0].product");
        refused(
                drafts.chooseLines(guest, draft, line("letter", 0, null)),
                ProblemKind.QUANTITY_OUT_OF_RANGE,
                "lines[0].quantity");
        refused(
                drafts.chooseLines(guest, draft, line("free", 1, 1L)),
                ProblemKind.VALUE_OUT_OF_RANGE,
                "lines[0].value");
        refused(drafts.chooseLines(guest, draft, line("free", 1, 10L)), ProblemKind.BELOW_MINIMUM, "lines[0].quantity");
        granted(drafts.chooseLines(guest, draft, LETTER));
        refused(pages.open(guest, draft), ProblemKind.TOO_LATE, null);
        execute("update postage_order set fee = fee + 10, total = total + 10 where id = '" + draft + "'");
        refused(placing.placeDraft(guest, draft), ProblemKind.PRICE_CHANGED, null);
        granted(placing.placeDraft(guest, draft));
        refused(drafts.chooseEmail(guest, draft, "eve@example.org"), ProblemKind.TOO_LATE, null);
        refused(pages.open(guest, NONE), ProblemKind.NOT_FOUND, null);
        refused(pages.open(guest, draft), ProblemKind.STILL_RUNNING, null);
    }

    @Test
    void drafts_refuse_sheets_that_cannot_be_used() throws SQLException {
        Caller eve = granted(accounts.register("eve" + made + "@example.org", "a long password", "10.5.0.1"));
        UUID draft = drafts.start(eve, "10.5.0.1").order();
        granted(drafts.chooseLines(eve, draft, line("letter", 2, null)));
        refused(drafts.chooseSheet(eve, draft, sheet, 25), ProblemKind.TOO_FEW_LABELS, "startPosition");
        use(1, order("printed"));
        refused(drafts.chooseSheet(eve, draft, sheet, 1), ProblemKind.POSITION_TAKEN, "startPosition");
        changeSheet("state = 'stolen'");
        refused(drafts.chooseSheet(eve, draft, sheet, null), ProblemKind.SHEET_STOLEN, "sheet");
        changeSheet("state = 'void'");
        refused(drafts.chooseSheet(eve, draft, sheet, null), ProblemKind.SHEET_VOID, "sheet");
        changeSheet("state = 'known', owner_email = 'bob@example.org'");
        refused(drafts.chooseSheet(eve, draft, sheet, null), ProblemKind.SHEET_FOREIGN, "sheet");
        attempts("serial", 50, "10.5.0.1");
        refused(drafts.chooseSheet(eve, draft, sheet, null), ProblemKind.TOO_MANY_ATTEMPTS, "sheet");
    }

    private static List<LineRequest> line(String product, int quantity, Long value) {
        return List.of(new LineRequest(product, quantity, value));
    }

    @Test
    void orders_that_are_missing_or_too_advanced_are_refused() throws SQLException {
        refused(orders.view(client, NONE), ProblemKind.NOT_FOUND, null);
        refused(orders.cancel(client, NONE), ProblemKind.NOT_FOUND, null);
        refused(orders.cancel(client, order("printed")), ProblemKind.TOO_LATE, null);
        UUID held = order("held");
        execute("insert into payment (order_id, number, kind, state, intent_id, amount, expires_at) values ('" + held
                + "', 1, 'intent', 'held', 'pi_" + held + "', 880, now() + interval '1 hour')");
        refused(orders.cancel(client, held), ProblemKind.STILL_RUNNING, null);
    }

    @Test
    void tickets_refuse_and_count() throws SQLException {
        refused(tickets.issue(client, NONE), ProblemKind.NOT_FOUND, null);
        refused(tickets.issue(client, order("cancelled")), ProblemKind.TOO_LATE, null);
        refused(tickets.issue(client, order("requires-action")), ProblemKind.STILL_RUNNING, null);
        UUID printable = order("released");
        use(1, printable);
        execute("insert into order_line (order_id, line, product, description, rate_category, quantity, unit_value)"
                + " values ('" + printable + "', 1, 'letter', 'Letter', 'FC', 1, 825)");
        String token = granted(tickets.issue(client, printable)).ticket().text();
        refused(tickets.redeem(token, sheet, NONE), ProblemKind.OVERLOADED, null);
        refused(tickets.report(token, NONE, "lost", null), ProblemKind.MALFORMED_JSON, "outcome");
        refused(tickets.report("no token", NONE, "printed", null), ProblemKind.TICKET_ENDED, null);
        refused(tickets.report(token, NONE, "printed", null), ProblemKind.TICKET_USED, null);
        refused(ticketRows.redeem("no token", sheet, NONE), ProblemKind.TICKET_ENDED, null);
        refused(ticketRows.redeem(token, "00000", NONE), ProblemKind.WRONG_SERIAL, "serial");
        assertThat(one("select wrong_serials from print_ticket where order_id = '" + printable + "'"))
                .as("counted although it is refused")
                .isEqualTo("1");
        granted(ticketRows.redeem(token, sheet, NONE));
        refused(ticketRows.redeem(token, sheet, new UUID(1, 2)), ProblemKind.TICKET_USED, null);
        refused(ticketRows.report(token, new UUID(1, 2), "printed", null), ProblemKind.TICKET_USED, null);
        refused(tickets.redeem(token, sheet, NONE), ProblemKind.WITHHELD, null);
        refused(tickets.redeem(token, "00000", NONE), ProblemKind.WRONG_SERIAL, "serial");
        execute("update print_ticket set bound_at = bound_at - interval '1 hour' where order_id = '" + printable + "'");
        refused(ticketRows.redeem(token, sheet, NONE), ProblemKind.TICKET_EXPIRED, null);
        refused(tickets.redeem(token, sheet, NONE), ProblemKind.TICKET_EXPIRED, null);
        for (int i = 1; i < 20; i++) {
            granted(tickets.issue(client, printable));
        }
        refused(tickets.issue(client, printable), ProblemKind.TOO_MANY_ATTEMPTS, null);
    }

    @Test
    void events_without_a_signature_or_an_object_are_refused() throws Exception {
        refused(webhooks.read("{}", "t=1,v1=00"), ProblemKind.UNAUTHENTICATED, null);
        long now = Instant.now().getEpochSecond();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("whsec_1".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal((now + ".{}").getBytes(StandardCharsets.UTF_8)));
        refused(webhooks.read("{}", "t=" + now + ",v1=" + signature), ProblemKind.MALFORMED_JSON, null);
    }

    private static Placement placement(String key, String sheet, List<LineRequest> lines, String method) {
        return new Placement(key, "10.3.0.1", sheet, null, lines, method);
    }

    /** Returns an order of the client in this state, set directly. */
    private UUID order(String state) throws SQLException {
        UUID id = UUID.randomUUID();
        execute("insert into postage_order (id, state, channel, account_id, idempotency_key, request_hash,"
                + " remote_address, franked_by, claimed_at, sheet, start_position, edition_id, pieces, postage, fee,"
                + " rounding, total, currency, settled_at) select '" + id + "', '" + state + "', 'api', "
                + client.account().getAsLong() + ", '" + id + "', decode(repeat('00', 32), 'hex'), '127.0.0.1', s.id,"
                + " now(), '" + sheet.substring(0, 10) + "', 1, e.id, 1, 825, 50, 5, 880, 840, now()"
                + " from rate_edition e, server_system s where s.name = 'alder' limit 1");
        return id;
    }

    private void attempts(String kind, int count, String address) throws SQLException {
        execute("insert into failed_attempt (kind, subject) select '" + kind + "', 'address:" + address
                + "' from generate_series(1, " + count + ")");
    }

    private void use(int position, UUID order) throws SQLException {
        execute("update label_position set state = 'used', order_id = '" + order + "' where sheet = '"
                + sheet.substring(0, 10) + "' and position = " + position);
    }

    private void changeSheet(String change) throws SQLException {
        execute("update label_sheet set " + change + " where serial = '" + sheet.substring(0, 10) + "'");
    }

    private static ImportDocument document(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return granted(ImportDocument.read(reader.readObject()));
        }
    }

    private static <T> T granted(Answer<T> answer) {
        return answer.fold(value -> value, refusal -> {
            throw new AssertionError("refused: " + refusal);
        });
    }

    private static void refused(Answer<?> answer, ProblemKind kind, String field) {
        Refusal refusal = answer.<Refusal>fold(
                value -> {
                    throw new AssertionError("granted: " + value);
                },
                refused -> refused);
        assertThat(refusal.kind()).as(refusal.message()).isEqualTo(kind);
        assertThat(refusal.field()).as(refusal.message()).isEqualTo(field);
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
}
