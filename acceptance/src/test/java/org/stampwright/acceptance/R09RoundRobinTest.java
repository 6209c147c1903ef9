package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.acceptance.Api.Purchase;

/**
 * R08 and R09: a second receiving instance and a third server system join while the system runs; then each server
 * system gets exactly its share, whichever instance took the request.
 */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R09: round robin is exact over two receivers and three server systems")
class R09RoundRobinTest {

    /** Purchases per server system: {@code -Dstampwright.turns=1000} for the 3,000 purchases of the requirement. */
    private static final int TURNS = Integer.getInteger("stampwright.turns", 100);

    private static final int SERVERS = 3;
    private static final int CLIENTS = 8;
    private static final int LABELS = 25;

    @AfterEach
    void theTwoServeAlone(VendorSystem system) {
        system.imports("{\"serverSystems\":[{\"name\":\"elm\",\"state\":\"removed\"}]}");
    }

    @Test
    void each_server_system_gets_exactly_its_share(VendorSystem system) throws Exception {
        system.cli().must("up", "--servers", "0", "--web", "2", "--processing", "3", "--detach");
        List<Api> receivers = List.of(system.api(), system.api().at(system.instance(3)));
        List<String> sheets = system.newSheets("US-LETTER-25", TURNS * SERVERS / LABELS);
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        List<Future<List<JsonObject>>> wholeSheets = pool.invokeAll(sheets.stream()
                .map(sheet -> (Callable<List<JsonObject>>) () -> fills(sheet, receivers))
                .toList());
        pool.shutdown();

        Map<String, Integer> franked = new HashMap<>();
        Map<String, Integer> received = new HashMap<>();
        for (Future<List<JsonObject>> sheet : wholeSheets) {
            for (JsonObject order : sheet.get()) {
                franked.merge(order.getString("frankedBy"), 1, Integer::sum);
                received.merge(order.getString("receivedBy"), 1, Integer::sum);
            }
        }
        assertThat(franked).containsOnly(Map.entry("birch", TURNS), Map.entry("cedar", TURNS), Map.entry("elm", TURNS));
        assertThat(received).containsOnlyKeys("alder", "doum");
        system.auditIsClean();
    }

    /** Buys one stamp after the other until the sheet is full, with alternating receivers. */
    private static List<JsonObject> fills(String sheet, List<Api> receivers) {
        return IntStream.range(0, LABELS)
                .mapToObj(i -> receivers.get(i % receivers.size()).buys(Purchase.of(sheet, 1)))
                .toList();
    }
}
