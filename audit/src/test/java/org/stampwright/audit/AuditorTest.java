package org.stampwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The auditor finds nothing where everything holds, and each thing that does not")
class AuditorTest {

    private static AuditedWorld world;

    @BeforeAll
    static void aVendorInWhichEverythingHolds() throws Exception {
        world = new AuditedWorld();
        world.execute(
                "do $$ declare c record; begin for c in select conrelid::regclass as t, conname from pg_constraint "
                + "where contype = 'c' and connamespace = 'public'::regnamespace loop "
                + "execute format('alter table %s drop constraint %I', c.t, c.conname); end loop; end $$",
                "create table kept_seal as select number, seal from ledger_entry",
                "create table kept_signature as select signature from indicium_fate");
    }

    @AfterAll
    static void end() throws Exception {
        world.close();
    }

    @Test
    void nothingIsFoundWhereEverythingHolds() throws SQLException {
        assertThat(world.findings()).isEmpty();
    }

    /** Each row: what is changed behind the vendor's back, how it is put right again, and who must notice. */
    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource(delimiter = '|', value = {
        "update psd set descending = descending + 1 | update psd set descending = descending - 1 | I1 I10",
        "update psd set ascending = ascending + 1, descending = descending - 1 "
            + "| update psd set ascending = ascending - 1, descending = descending + 1 | I3 I10",
        "update psd set piece_count = 2 | update psd set piece_count = 1 | I3 I10",
        "update funding set amount = 9000 | update funding set amount = 10000 | I1 I2",
        "update funding set state = 'open', opened_at = now() - interval '2 hours' "
            + "| update funding set state = 'credited' | I1 I2",
        "update ledger_entry set number = 20 where number = 2 | update ledger_entry set number = 2 where number = 20 "
            + "| I4 I10",
        "update ledger_entry set seal = decode(repeat('11', 64), 'hex') where number = 2 "
            + "| update ledger_entry e set seal = k.seal from kept_seal k where k.number = e.number | I10",
        "update indicium_content set value = 790 | update indicium_content set value = 780 | I3 I6",
        "update payment set captured = 0 | update payment set captured = 880 | I5",
        "update payment set intent_id = 'pi_9' | update payment set intent_id = 'pi_1' | I7",
        "update postage_order set state = 'cancelled' | update postage_order set state = 'released' | I5 I8",
        "update postage_order set fee = 90, rounding = 10 | update postage_order set fee = 100, rounding = 0 | I14",
        "update postage_order set total = 890, fee = 110 | update postage_order set total = 880, fee = 100 | I5",
        "update label_position set state = 'free', order_id = null "
            + "| update label_position set state = 'used', order_id = (select id from postage_order) | I8",
        "update label_position set state = 'reserved' | update label_position set state = 'used' | I8",
        "insert into print_ticket (token_hash, order_id, state, expires_at) select decode(repeat('22', 32), 'hex'), id, "
            + "'bound', now() from postage_order | delete from print_ticket | I12",
        "update postage_order set state = 'held', placed_at = now() - interval '1 day' "
            + "| update postage_order set state = 'released', placed_at = now() | I13",
        "update indicium_fate set signature = decode(repeat('11', 64), 'hex') "
            + "| update indicium_fate set signature = (select signature from kept_signature) | I9",
    })
    void eachBrokenInvariantIsNamed(String breaking, String mending, String invariants) throws SQLException {
        world.execute(breaking);
        try {
            assertThat(named(world.findings())).containsAll(Set.of(invariants.split(" ")));
        } finally {
            world.execute(mending);
        }
        assertThat(world.findings()).as("after it is mended").isEmpty();
    }

    @Test
    void anotherHeadAtTheAuthorityIsNoticed() throws SQLException {
        assertThat(named(world.findings(world.records(3, "00".repeat(32), 10_000), world.cards()))).contains("I11");
    }

    @Test
    void aDatabaseThatIsBehindTheAuthorityIsNoticed() throws SQLException {
        assertThat(named(world.findings(world.records(4, "00".repeat(32), 10_000), world.cards()))).contains("I11");
    }

    @Test
    void aDownloadOfAnotherAmountIsNoticed() throws SQLException {
        String head = "00".repeat(32);
        assertThat(named(world.findings(world.records(0, head, 12_000), world.cards()))).contains("I2");
    }

    @Test
    void aChargeThatBelongsToNoPaymentIsNoticed() throws SQLException {
        CardLists cards = new CardLists(Map.of(
                "pi_1", new CardLists.Intent("pi_1", "succeeded", 880, AuditedWorld.ORDER.toString()),
                "pi_2", new CardLists.Intent("pi_2", "succeeded", 880, AuditedWorld.ORDER.toString())));
        assertThat(named(world.findings(world.records(), cards))).containsExactly("I7");
    }

    private static Set<String> named(List<Finding> findings) {
        return findings.stream().map(Finding::invariant).collect(Collectors.toSet());
    }
}
