package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.acceptance.Api.Purchase;

/** R20: an instance is killed while purchases run: no debit without an indicium, no indicium without a debit. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R20: kill an instance while purchases run")
class R20KilledInstanceTest {

    private static final int PURCHASES = 30;

    @Test
    void everyOrderComesToRestAndTheAuditIsClean(VendorSystem system) throws Exception {
        Api api = system.api();
        List<String> sheets = system.newSheets("US-LETTER-25", PURCHASES);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        for (String sheet : sheets) {
            pool.submit(() -> {
                try {
                    api.order(Purchase.of(sheet, 1));
                } catch (UncheckedIOException unanswered) {
                    // A request that the killed instance never answered: what became of it is what is looked at below.
                    assertThat(unanswered).isNotNull();
                }
            });
        }
        Waiting.untilTrue("some purchases are under way", Duration.ofSeconds(30), () -> system.ledger().number(
                "select count(*) from postage_order where state not in ('draft')") > 5);
        system.kill("birch");
        pool.shutdown();
        assertThat(pool.awaitTermination(3, TimeUnit.MINUTES)).isTrue();

        Waiting.untilTrue("every order is at rest", Duration.ofSeconds(120), () -> system.ledger().number(
                "select count(*) from postage_order where state not in ('draft', 'released', 'printed', 'declined', "
                + "'cancelled', 'expired', 'requires-action')") == 0);
        system.auditIsClean();
        assertThat(system.ledger().number("select count(*) from postage_order where state = 'released'")).isPositive();
    }
}
