package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.acceptance.Api.Answer;
import org.stampwright.acceptance.Api.Purchase;

/**
 * An attacker who writes rows as the database's superuser gets no more valuable stamp for a cheaper one and sells no
 * label twice. The test has its own home, because it damages it.
 */
@DisplayName(
        "With a rewritten database only stamps sealed for the order are released, and the audit reports the change")
class RewrittenDatabaseTest {

    private static final int OTHER_BASE = 18380;
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final List<String> CONSTRAINTS =
            List.of("indicium_content_columns_check", "indicium_content_order_id_attempt_position_key");

    /** Exchanges these columns between the rows of two orders, which are the first two arguments. */
    private static final String SWAP =
            "update indicium_content a set order_id = b.order_id, line = b.line, sheet = b.sheet,"
                    + " position = b.position, value = b.value from indicium_content b"
                    + " where a.order_id in (?::uuid, ?::uuid) and b.order_id in (?::uuid, ?::uuid) and a.order_id"
                    + " <> b.order_id";

    private Cli cli;
    private Api api;
    private Ledger ledger;
    private List<String> sheets;

    @Test
    void no_row_gives_a_more_valuable_stamp_or_a_label_twice(@TempDir Path folder) {
        cli = new Cli(Path.of(System.getProperty("stampwright.root")).normalize(), folder.resolve("home"));
        try {
            cli.must("up", "--servers", "1", "--port-base", Integer.toString(OTHER_BASE), "--detach");
            JsonObject status = VendorSystem.object(cli.must("status", "--json"));
            api = Api.withKey(
                    status.getString("storefront"), status.getJsonObject("api").getString("key"));
            ledger = new Ledger(status.getString("jdbcUrl"));
            sheets = status.getJsonArray("demoSheets").getValuesAs(jakarta.json.JsonString.class).stream()
                    .map(jakarta.json.JsonString::getString)
                    .toList();
            JsonObject cheap = api.buys(new Purchase(sheets.get(0), 1, "free-value", 1, 500L, "pm_card_visa"));
            JsonObject dear = api.buys(new Purchase(sheets.get(1), 2, "free-value", 1, 50_000L, "pm_card_visa"));
            the_constraints_refuse_it(cheap, dear);
            rows_swapped_whole_are_found(cheap, dear);
            orders_swapped_with_all_that_names_them_are_found(cheap, dear);
            a_row_moved_off_a_label_that_was_freed_and_resold_is_found(cheap);
        } finally {
            cli.run("down");
        }
    }

    private void the_constraints_refuse_it(JsonObject cheap, JsonObject dear) {
        audits();
        assertThatThrownBy(() -> swap(cheap, dear)).rootCause().hasMessageContaining("indicium_content_columns_check");
        CONSTRAINTS.forEach(constraint -> ledger.change("alter table indicium_content drop constraint " + constraint));
        audits();
    }

    private void rows_swapped_whole_are_found(JsonObject cheap, JsonObject dear) {
        swap(cheap, dear);
        assertThat(audit())
                .contains("the column for its value says 500, its content 50000")
                .contains("the column for its value says 50000, its content 500");
        releasesNothing(cheap);
        releasesNothing(dear);
        assertThat(ledger.number("select count(*) from psd where state = 'suspended'"))
                .isPositive();
        swap(cheap, dear);
        resume();
    }

    /**
     * Exchanges rows, labels, sheets, lines, totals and payments between two orders, so that only the sealed entry
     * shows it.
     */
    private void orders_swapped_with_all_that_names_them_are_found(JsonObject cheap, JsonObject dear) {
        exchangeOrders(cheap, dear);
        assertThat(audit()).contains("and the orders and lines that they are for");
        releasesNothing(cheap);
        releasesNothing(dear);
        exchangeOrders(cheap, dear);
        resume();
    }

    private void a_row_moved_off_a_label_that_was_freed_and_resold_is_found(JsonObject sold) {
        String sheet = sold.getString("sheet").substring(0, 10);
        ledger.change(
                "update label_position set state = 'free', order_id = null where sheet = ? and position = 1", sheet);
        api.buys(new Purchase(sold.getString("sheet"), 1, "free-value", 1, 500L, "pm_card_visa"));
        ledger.change("update indicium_content set position = 3 where order_id = ?::uuid", sold.getString("id"));
        ledger.change(
                "update label_position set state = 'used', order_id = ?::uuid where sheet = ? and position = 3",
                sold.getString("id"),
                sheet);
        ledger.change("update postage_order set start_position = 3 where id = ?::uuid", sold.getString("id"));
        assertThat(audit()).contains("the column for its position says 3, its content 1");
        releasesNothing(sold);
    }

    private void swap(JsonObject one, JsonObject other) {
        String a = one.getString("id");
        String b = other.getString("id");
        assertThat(ledger.change(SWAP, a, b, a, b)).isEqualTo(2);
    }

    private void exchangeOrders(JsonObject one, JsonObject other) {
        String a = one.getString("id");
        String b = other.getString("id");
        ledger.change("alter table order_line disable trigger order_line_is_fixed");
        exchange("indicium_content", "order_id = b.order_id", a, b);
        exchange("label_position", "order_id = b.order_id", a, b);
        exchange("order_line", "unit_value = b.unit_value", a, b);
        exchange("payment", "amount = b.amount, captured = b.captured", a, b);
        ledger.change(
                "update postage_order a set sheet = b.sheet, start_position = b.start_position, postage = b.postage,"
                        + " fee = b.fee, rounding = b.rounding, total = b.total from postage_order b"
                        + " where a.id in (?::uuid, ?::uuid) and b.id in (?::uuid, ?::uuid) and a.id <> b.id",
                a,
                b,
                a,
                b);
        ledger.change("alter table order_line enable trigger order_line_is_fixed");
    }

    private void exchange(String table, String columns, String a, String b) {
        ledger.change(
                "update " + table + " a set " + columns + " from " + table + " b where a.order_id in (?::uuid, ?::uuid)"
                        + " and b.order_id in (?::uuid, ?::uuid) and a.order_id <> b.order_id",
                a,
                b,
                a,
                b);
    }

    /** Checks that neither the print helper's request nor the PDF releases anything. */
    private void releasesNothing(JsonObject order) {
        String id = order.getString("id");
        String sheet = (String) ledger.rows("select sheet from postage_order where id = ?::uuid", id)
                .get(0)
                .get(0);
        String printed = sheets.stream()
                .filter(serial -> serial.startsWith(sheet))
                .findFirst()
                .orElseThrow();
        Answer ticket = api.post("/api/v1/orders/" + id + "/tickets", null);
        assertThat(ticket.status()).as(ticket.body()).isEqualTo(201);
        String body = "{\"serial\":\"" + printed + "\",\"run\":\"" + UUID.randomUUID() + "\"}";
        Answer job = new Api(api.base(), "Ticket " + ticket.json().getString("ticket")).post("/print/redeem", body);
        assertThat(job.problem()).as(job.body()).isEqualTo("withheld");
        assertThat(job.body()).doesNotContain("indicium");
        ledger.change(
                "update postage_order set guest_token_hash = null where guest_token_hash = sha256(convert_to(?,"
                        + " 'UTF8'))",
                KEY);
        ledger.change(
                "update postage_order set guest_token_hash = sha256(convert_to(?, 'UTF8')) where id = ?::uuid",
                KEY,
                id);
        Answer pdf =
                new Api(api.base(), null).form("/print/orders/" + id + "/pdf", "serial=" + printed + "&key=" + KEY);
        assertThat(pdf.problem()).as(pdf.body()).isEqualTo("withheld");
    }

    private String audit() {
        Cli.Run run = cli.run("audit");
        assertThat(run.exit()).as(run.out()).isNotZero();
        return run.out() + run.err();
    }

    private void audits() {
        Waiting.untilTrue(
                "the audit is clean",
                Duration.ofSeconds(60),
                () -> cli.run("audit").exit() == 0);
    }

    private void resume() {
        ledger.change("update psd set state = 'active', suspended_because = null where state = 'suspended'");
        audits();
    }
}
