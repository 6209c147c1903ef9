package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
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

    private static final int CONSUMERS = 24;
    private static final int ROUNDS = 5;

    @Test
    void R12_descending_falls_and_ascending_rises_by_exactly_the_value(VendorSystem system) {
        Api api = system.api();
        Map<Long, Ledger.Psd> before = system.ledger().psds();
        JsonObject order =
                api.buys(Purchase.of(system.newSheet("US-LETTER-25"), 2).product("free-value", 1_230L));
        Map<Long, Ledger.Psd> after = system.ledger().psds();

        List<IndiciumContent> stamps = Printing.as(system, api).contents(order);
        long psd = stamps.get(0).psdSerial().value();
        Ledger.Psd was = before.get(psd);
        Ledger.Psd is = after.get(psd);
        assertThat(is.ascending() - was.ascending()).isEqualTo(2_460);
        assertThat(is.pieces() - was.pieces()).isEqualTo(2);
        assertThat(was.descending() + (is.added() - was.added()) - is.descending())
                .isEqualTo(2_460);
        assertThat(after.values())
                .allSatisfy(p -> assertThat(p.ascending() + p.descending()).isEqualTo(p.added() - p.withdrawn()));
        assertThat(stamps.get(1).registers().ascending().mills()).isEqualTo(is.ascending());
        assertThat(stamps.get(1).registers().descending().mills()).isEqualTo(is.descending());
        assertThat(stamps.get(0).registers().ascending().mills()).isEqualTo(is.ascending() - 1_230);
    }

    /** One stamp and the server system that franked it. */
    private record Franked(String by, IndiciumContent stamp) {}

    @Test
    void R13_R14_R15_many_consumers_at_once_each_get_their_own_in_order(VendorSystem system) throws Exception {
        Map<Long, Ledger.Psd> before = system.ledger().psds();
        List<Franked> stamps = new ArrayList<>();
        for (int round = 0; round < ROUNDS && !(onePsdTwice(stamps) && twoPsdsOfOne(stamps)); round++) {
            stamps.addAll(manyBuyAtOnce(system));
        }
        assertThat(onePsdTwice(stamps)).as("R13: one server system, one PSD").isTrue();
        assertThat(twoPsdsOfOne(stamps)).as("R14: one server system, two PSDs").isTrue();
        assertThat(stamps).extracting(Franked::by).as("R15: two server systems").contains("birch", "cedar");
        Map<Long, Ledger.Psd> after = system.ledger().psds();
        stamps.stream()
                .collect(Collectors.groupingBy(
                        franked -> franked.stamp().psdSerial().value()))
                .forEach((psd, own) -> reflectsItsOwn(before.get(psd), after.get(psd), own));
        assertThat(stamps)
                .extracting(franked -> franked.stamp().licence())
                .containsOnly(stamps.get(0).stamp().licence());
        system.auditIsClean();
    }

    private static boolean onePsdTwice(List<Franked> stamps) {
        return stamps.stream()
                        .map(franked -> franked.stamp().psdSerial())
                        .distinct()
                        .count()
                < stamps.size();
    }

    private static boolean twoPsdsOfOne(List<Franked> stamps) {
        return stamps.stream()
                .collect(Collectors.groupingBy(
                        Franked::by,
                        Collectors.mapping(franked -> franked.stamp().psdSerial(), Collectors.toSet())))
                .values()
                .stream()
                .anyMatch(psds -> psds.size() > 1);
    }

    /** Buys one stamp for each consumer, on their own sheet. */
    private static List<Franked> manyBuyAtOnce(VendorSystem system) throws Exception {
        List<String> sheets = system.newSheets("US-LETTER-25", CONSUMERS);
        Api api = system.api();
        ExecutorService pool = Executors.newFixedThreadPool(CONSUMERS / 2);
        List<Future<JsonObject>> orders = pool.invokeAll(IntStream.range(0, CONSUMERS)
                .mapToObj(i -> (Callable<JsonObject>) () -> api.buys(Purchase.of(sheets.get(i), 1)))
                .toList());
        pool.shutdown();
        List<Franked> stamps = new ArrayList<>();
        for (int i = 0; i < CONSUMERS; i++) {
            IndiciumContent stamp =
                    Printing.as(system, api).contents(orders.get(i).get()).get(0);
            assertThat(stamp.labelSerial().printed()).isEqualTo(sheets.get(i));
            stamps.add(new Franked(orders.get(i).get().getString("frankedBy"), stamp));
        }
        return stamps;
    }

    /**
     * Checks that piece counts have no gap and that each stamp's ascending register exceeds the previous one by its
     * value.
     */
    private static void reflectsItsOwn(Ledger.Psd before, Ledger.Psd after, List<Franked> own) {
        List<IndiciumContent> inOrder = own.stream()
                .map(Franked::stamp)
                .sorted(Comparator.comparingLong(stamp -> stamp.pieceCount()))
                .toList();
        long ascending = before.ascending();
        long pieces = before.pieces();
        for (IndiciumContent stamp : inOrder) {
            ascending += stamp.postage().mills();
            pieces++;
            assertThat(stamp.pieceCount()).isEqualTo(pieces);
            assertThat(stamp.registers().ascending().mills()).isEqualTo(ascending);
        }
        assertThat(after.ascending()).isEqualTo(ascending);
        assertThat(after.pieces()).isEqualTo(pieces);
    }
}
