package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.acceptance.Api.Purchase;
import org.stampwright.indicium.IndiciumContent;

/** R12 to R15: registers, one purchase at a time and many at once. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R12 to R15: the registers")
class R12RegistersTest {

    @Test
    void R12_descendingFallsAndAscendingRisesByExactlyTheValue(VendorSystem system) {
        Api api = system.api();
        Map<Long, Ledger.Psd> before = system.ledger().psds();
        JsonObject order = api.buys(Purchase.of(system.newSheet("US-LETTER-25"), 2).product("free-value", 1_230L));
        Map<Long, Ledger.Psd> after = system.ledger().psds();

        List<IndiciumContent> stamps = Printing.as(system, api).contents(order);
        long psd = stamps.get(0).psdSerial().value();
        Ledger.Psd was = before.get(psd);
        Ledger.Psd is = after.get(psd);
        assertThat(is.ascending() - was.ascending()).isEqualTo(2_460);
        assertThat(is.pieces() - was.pieces()).isEqualTo(2);
        assertThat(was.descending() + (is.added() - was.added()) - is.descending()).isEqualTo(2_460);
        assertThat(after.values()).allSatisfy(p ->
                assertThat(p.ascending() + p.descending()).isEqualTo(p.added() - p.withdrawn()));
        assertThat(stamps.get(1).registers().ascending().mills()).isEqualTo(is.ascending());
        assertThat(stamps.get(1).registers().descending().mills()).isEqualTo(is.descending());
        assertThat(stamps.get(0).registers().ascending().mills()).isEqualTo(is.ascending() - 1_230);
    }

    @Test
    void R13_R14_R15_manyConsumersAtOnceEachGetTheirOwnInOrder(VendorSystem system) throws Exception {
        int consumers = 24;
        List<String> sheets = system.newSheets("US-LETTER-25", consumers);
        Api api = system.api();
        Map<Long, Ledger.Psd> before = system.ledger().psds();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<JsonObject>> orders = pool.invokeAll(IntStream.range(0, consumers)
                .mapToObj(i -> (Callable<JsonObject>) () -> api.buys(Purchase.of(sheets.get(i), 1))).toList());
        pool.shutdown();

        Printing printing = Printing.as(system, api);
        Set<String> frankers = new HashSet<>();
        for (int i = 0; i < consumers; i++) {
            frankers.add(orders.get(i).get().getString("frankedBy"));
            IndiciumContent stamp = printing.contents(orders.get(i).get()).get(0);
            assertThat(stamp.labelSerial().printed()).isEqualTo(sheets.get(i));
        }
        assertThat(system.ledger().rows("select psd, piece_count from indicium_content group by 1, 2 "
                + "having count(*) > 1")).isEmpty();
        long ascended = system.ledger().psds().values().stream().mapToLong(Ledger.Psd::ascending).sum()
                - before.values().stream().mapToLong(Ledger.Psd::ascending).sum();
        assertThat(ascended).isEqualTo(consumers * system.ledger().number(
                "select value from rate where product = 'letter' order by edition_id desc limit 1"));
        assertThat(frankers).containsExactlyInAnyOrder("birch", "cedar");
        system.auditIsClean();
    }
}
