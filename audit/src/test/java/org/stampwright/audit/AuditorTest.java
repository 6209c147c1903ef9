package org.stampwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The auditor finds each violation, and nothing where all invariants hold")
class AuditorTest {

    private static final String OTHER = "3f0c1b52-0000-4000-8000-000000000009";

    private final AuditedWorld world = AuditedWorld.shared();

    @Test
    void nothing_is_found_while_all_invariants_hold() throws SQLException {
        assertThat(world.findingsAfter()).isEmpty();
    }

    /** Each row: a change of the vendor's database, and the violated invariants. */
    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "update psd set descending = descending + 1 | I1 I10",
                "update psd set ascending = ascending + 1, descending = descending - 1 | I3 I10",
                "update psd set piece_count = 2 | I3 I10",
                "update psd set funds_added = funds_added + 5, funds_withdrawn = 5 | I1 I10",
                "update psd set maximum_postage = maximum_postage + 1 | I10",
                "update psd set maximum_descending = maximum_descending + 1 | I10",
                "update psd set state = 'withdrawn' | I10",
                "update psd set state = 'suspended', suspended_because = 'a test' | I10",
                "update psd set receipted_entry = 2 | I10",
                "update funding set amount = 9000 | I1 I2",
                "update funding set state = 'open', opened_at = now() - interval '2 hours' | I1 I2",
                "insert into piece_void (id, psd, piece_count, because, state, opened_at) values"
                        + " (gen_random_uuid(), 17, 1, "
                        + "'test', 'open', now() - interval '2 hours') | I2",
                "insert into piece_void (id, psd, piece_count, because, state) values (gen_random_uuid(), 17, 1,"
                        + " 'test', "
                        + "'voided') | I2 I6",
                "update ledger_entry set number = 20 where number = 2 | I4 I10",
                "delete from ledger_entry where number = 2 | I4",
                "update ledger_entry set seal = decode(repeat('11', 64), 'hex') where number = 2 | I10",
                "update module_certificate set serial = 103 where use = 'seal' | I10",
                "delete from psd_receipt | I10",
                "update psd_receipt set entry_number = 2 | I10",
                "update indicium_content set value = 790 | I3 I4 I6",
                "update indicium_content set sheet = 'T000000000' | I4 I8",
                "update indicium_content set position = 2 | I4 I8",
                "alter table indicium_content disable trigger all; update indicium_content set psd = 18 | I3 I4 I9 I10",
                "update indicium_content set line = 2 | I4 I6",
                "update indicium_content set attempt = 2; update postage_order set attempt = 2 | I4",
                "update indicium_content set entry_number = 2 | I4",
                "alter table order_line disable trigger all; update order_line set unit_value = 500 | I6",
                "alter table order_line disable trigger all; update order_line set quantity = 2 | I6",
                "alter table order_line disable trigger all; update order_line set rate_category = 'PCD' | I6",
                "update postage_order set sheet = 'T000000000' | I8",
                "update payment set captured = 0 | I5",
                "update payment set intent_id = 'pi_9' | I7",
                "insert into payment (order_id, number, kind, state, amount, expires_at) select order_id, 2,"
                        + " 'intent', 'held', 880, "
                        + "now() from payment | I7",
                "update postage_order set state = 'cancelled' | I5 I8",
                "insert into postage_order (id, state, channel, idempotency_key, request_hash, remote_address,"
                        + " sheet, currency) "
                        + "values ('3f0c1b52-0000-4000-8000-000000000009', 'expired', 'api', 'k2',"
                        + " decode(repeat('00', 32), 'hex'), "
                        + "'127.0.0.1', '', 840); insert into payment (order_id, number, kind, state, amount,"
                        + " expires_at) values "
                        + "('3f0c1b52-0000-4000-8000-000000000009', 1, 'intent', 'opening', 880, now()) | I5",
                "update postage_order set fee = 90, rounding = 10 | I14",
                "update postage_order set total = 890, fee = 110 | I5",
                "update label_position set state = 'free', order_id = null | I8",
                "update label_position set state = 'reserved' | I8",
                "insert into indicium_content select psd, 2, entry_number, order_id, 2, line, sheet, position,"
                        + " value, content "
                        + "from indicium_content | I3 I4 I6 I8 I12",
                "insert into print_ticket (token_hash, order_id, state, expires_at) select decode(repeat('22', 32),"
                        + " 'hex'), id, "
                        + "'bound', now() from postage_order | I12",
                "update postage_order set attempt = 2 | I12",
                "update indicium_fate set signature = decode(repeat('11', 64), 'hex') | I9",
                "delete from indicium_fate | I9",
            })
    void each_violated_invariant_is_reported(String breaking, String invariants) throws SQLException {
        assertThat(world.findingsAfter(breaking).stream()
                        .map(Finding::invariant)
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of(invariants.split(" ")));
    }

    /**
     * Moves every row that names the order to another order, so that only the sealed entry still names the right one.
     */
    private static final String[] MOVED_TO_ANOTHER_ORDER = {
        "alter table order_line disable trigger all",
        "alter table postage_order alter column unfinished drop expression",
        "insert into postage_order select (jsonb_populate_record(o, jsonb_build_object('id', '" + OTHER
                + "', 'idempotency_key', 'other'))).* from postage_order o",
        "update order_line set order_id = '" + OTHER + "'",
        "update label_position set order_id = '" + OTHER + "'",
        "update payment set order_id = '" + OTHER + "'",
        "update indicium_content set order_id = '" + OTHER + "'",
    };

    @Test
    void a_piece_moved_to_another_order_with_all_that_belongs_to_it_does_not_fit_its_sealed_entry()
            throws SQLException {
        assertThat(world.findingsAfter(MOVED_TO_ANOTHER_ORDER))
                .contains(new Finding(
                        "I4",
                        "psd 00000017",
                        "entry 3: its contents hash is not that of pieces 1 to 1 and the orders and lines"
                                + " that they are for"));
    }

    @Test
    void a_row_moved_off_a_used_label_that_was_freed_is_named_with_its_piece() throws SQLException {
        assertThat(world.findingsAfter(
                        "update label_position set position = 2",
                        "insert into label_position select sheet, 1, 'free', null from label_position",
                        "update postage_order set start_position = 2",
                        "update indicium_content set position = 2"))
                .contains(new Finding(
                        "I4",
                        "psd 00000017",
                        "piece 1 of PSD 00000017: the column for its position says 2, its content 1"));
    }

    @Test
    void a_ledger_of_format_version_1_holds_and_its_columns_are_compared_too() throws SQLException {
        AuditedWorld old = AuditedWorld.old();
        assertThat(old.findingsAfter()).isEmpty();
        assertThat(old.findingsAfter("update indicium_content set value = 790"))
                .contains(new Finding(
                        "I4",
                        "psd 00000017",
                        "piece 1 of PSD 00000017: the column for its value says 790, its content 780"));
    }

    @Test
    void a_seal_by_another_server_systems_key_is_named_with_its_entry() throws SQLException {
        assertThat(world.findingsAfter(
                        "insert into server_system (name, role, state, address, node_certificate) values "
                                + "('birch', 'both', 'admitted', 'http://127.0.0.1:8081', '\\x00')",
                        "update module_certificate set server_system_id = (select id from server_system where name"
                                + " = 'birch') "
                                + "where use = 'seal'"))
                .hasSize(3)
                .allMatch(finding -> finding.invariant().equals("I10"))
                .extracting(Finding::toString)
                .anyMatch(line -> line.startsWith(
                        "I10 psd 00000017: entry 2 is of owner 1 and sealed by the key of server system "));
    }

    @Test
    void a_suspended_psd_is_named_with_its_reason() throws SQLException {
        assertThat(world.findingsAfter("update psd set state = 'suspended', suspended_because = 'two heads'"))
                .containsExactly(new Finding("I10", "psd 00000017", "is suspended: two heads"));
    }

    @Test
    void a_release_without_a_receipt_is_reported() throws SQLException {
        assertThat(world.findingsAfter("delete from psd_receipt", "update psd set receipted_entry = 0"))
                .containsExactly(new Finding(
                        "I10",
                        "order " + AuditedWorld.ORDER,
                        "is released, but entry 3 of psd 00000017 has no receipt"));
    }
}
