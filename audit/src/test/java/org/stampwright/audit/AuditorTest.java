package org.stampwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The auditor finds nothing where everything holds, and each thing that does not")
class AuditorTest {

    private final AuditedWorld world = AuditedWorld.shared();

    @Test
    void nothingIsFoundWhereEverythingHolds() throws SQLException {
        assertThat(world.findingsAfter()).isEmpty();
    }

    /** Each row: what is changed behind the vendor's back, and which invariants are named. */
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
                "insert into piece_void (id, psd, piece_count, because, state, opened_at) values (gen_random_uuid(), 17, 1, "
                        + "'test', 'open', now() - interval '2 hours') | I2",
                "insert into piece_void (id, psd, piece_count, because, state) values (gen_random_uuid(), 17, 1, 'test', "
                        + "'voided') | I2 I6",
                "update ledger_entry set number = 20 where number = 2 | I4 I10",
                "delete from ledger_entry where number = 2 | I4",
                "update ledger_entry set seal = decode(repeat('11', 64), 'hex') where number = 2 | I10",
                "update module_certificate set serial = 103 where use = 'seal' | I10",
                "delete from psd_receipt | I10",
                "update psd_receipt set entry_number = 2 | I10",
                "update indicium_content set value = 790 | I3 I6",
                "update payment set captured = 0 | I5",
                "update payment set intent_id = 'pi_9' | I7",
                "insert into payment (order_id, number, kind, state, amount, expires_at) select order_id, 2, 'intent', 'held', 880, "
                        + "now() from payment | I7",
                "update postage_order set state = 'cancelled' | I5 I8",
                "insert into postage_order (id, state, channel, idempotency_key, request_hash, remote_address, sheet, currency) "
                        + "values ('3f0c1b52-0000-4000-8000-000000000009', 'expired', 'api', 'k2', decode(repeat('00', 32), 'hex'), "
                        + "'127.0.0.1', '', 840); insert into payment (order_id, number, kind, state, amount, expires_at) values "
                        + "('3f0c1b52-0000-4000-8000-000000000009', 1, 'intent', 'opening', 880, now()) | I5",
                "update postage_order set fee = 90, rounding = 10 | I14",
                "update postage_order set total = 890, fee = 110 | I5",
                "update label_position set state = 'free', order_id = null | I8",
                "update label_position set state = 'reserved' | I8",
                "insert into indicium_content select psd, 2, entry_number, order_id, 2, line, sheet, position, value, content "
                        + "from indicium_content | I3 I8 I12",
                "insert into print_ticket (token_hash, order_id, state, expires_at) select decode(repeat('22', 32), 'hex'), id, "
                        + "'bound', now() from postage_order | I12",
                "update postage_order set attempt = 2 | I12",
                "update indicium_fate set signature = decode(repeat('11', 64), 'hex') | I9",
                "delete from indicium_fate | I9",
            })
    void eachBrokenInvariantIsNamed(String breaking, String invariants) throws SQLException {
        assertThat(world.findingsAfter(breaking).stream()
                        .map(Finding::invariant)
                        .collect(Collectors.toSet()))
                .containsAll(Set.of(invariants.split(" ")));
    }

    @Test
    void aSealByAnotherServerSystemsKeyIsNamedWithItsEntry() throws SQLException {
        assertThat(world.findingsAfter(
                        "insert into server_system (name, role, state, address, node_certificate) values "
                                + "('birch', 'both', 'admitted', 'http://127.0.0.1:8081', '\\x00')",
                        "update module_certificate set server_system_id = (select id from server_system where name = 'birch') "
                                + "where use = 'seal'"))
                .hasSize(3)
                .allMatch(finding -> finding.invariant().equals("I10"))
                .extracting(Finding::toString)
                .anyMatch(line -> line.startsWith(
                        "I10 psd 00000017: entry 2 is of owner 1 and sealed by the key of server system "));
    }

    @Test
    void aSuspendedPsdIsNamedWithItsReason() throws SQLException {
        assertThat(world.findingsAfter("update psd set state = 'suspended', suspended_because = 'two heads'"))
                .containsExactly(new Finding("I10", "psd 00000017", "is suspended: two heads"));
    }

    @Test
    void whatIsReleasedWithoutAReceiptIsNamed() throws SQLException {
        assertThat(world.findingsAfter("delete from psd_receipt", "update psd set receipted_entry = 0"))
                .containsExactly(new Finding(
                        "I10",
                        "order " + AuditedWorld.ORDER,
                        "is released, but entry 3 of psd 00000017 has no receipt"));
    }
}
