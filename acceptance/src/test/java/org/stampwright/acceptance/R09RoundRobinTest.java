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
 * R08 and R09: a second receiving instance and a third server system join while the system runs; then each server system
 * gets exactly its share, whichever instance took the request.
 */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R09: round robin is exact over two receivers and three server systems")
class R09RoundRobinTest {

    private static final int TURNS = 60;
    private static final int SERVERS = 3;
    private static final int CLIENTS = 4;

    @AfterEach
    void theTwoServeAlone(VendorSystem system) {
        system.imports("{\"serverSystems\":[{\"name\":\"elm\",\"state\":\"removed\"}]}");
    }

    @Test
    void eachServerSystemGetsExactlyItsShare(VendorSystem system) throws Exception {
        system.cli().must("up", "--servers", "0", "--web", "2", "--processing", "3", "--detach");
        List<Api> receivers = List.of(system.api(), system.api().at(system.instance(3)));
        List<String> sheets = system.newSheets("US-LETTER-25", TURNS * SERVERS);
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        List<Future<JsonObject>> orders = pool.invokeAll(IntStream.range(0, TURNS * SERVERS)
                .mapToObj(i -> (Callable<JsonObject>) () -> receivers.get(i % 2).buys(Purchase.of(sheets.get(i), 1)))
                .toList());
        pool.shutdown();

        Map<String, Integer> franked = new HashMap<>();
        Map<String, Integer> received = new HashMap<>();
        for (Future<JsonObject> order : orders) {
            franked.merge(order.get().getString("frankedBy"), 1, Integer::sum);
            received.merge(order.get().getString("receivedBy"), 1, Integer::sum);
        }
        assertThat(franked).containsOnly(Map.entry("birch", TURNS), Map.entry("cedar", TURNS), Map.entry("elm", TURNS));
        assertThat(received).containsOnlyKeys("alder", "doum").allSatisfy((name, count) ->
                assertThat(count).isEqualTo(TURNS * SERVERS / 2));
    }
}
