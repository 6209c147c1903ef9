package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.acceptance.Api.Answer;
import org.stampwright.acceptance.Api.Purchase;

/** R20: an instance is killed while purchases run: no debit without an indicium, no indicium without a debit. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R20: kill an instance while purchases run")
class R20KilledInstanceTest {

    private static final int PURCHASES = 30;
    private static final int BEFORE_THE_KILL = 8;
    private static final int CLIENTS = 4;
    private static final Set<Integer> TAKEN = Set.of(201, 202);
    /** Responses of an instance that is stopping or not ready yet; it has accepted nothing. */
    private static final Set<Integer> TRY_AGAIN = Set.of(404, 500, 502, 503);

    private static final String THESE = " from postage_order where sheet = any(string_to_array(?, ','))";
    private static final String AT_REST = " and state in ('released', 'declined', 'cancelled', 'expired')";

    @ParameterizedTest
    @ValueSource(strings = {"birch", "alder"})
    void every_order_comes_to_rest_and_the_audit_is_clean(String killed, VendorSystem system) throws Exception {
        List<String> sheets = system.newSheets("US-LETTER-25", PURCHASES);
        String these = String.join(
                ",", sheets.stream().map(sheet -> sheet.substring(0, 10)).toList());
        Ledger ledger = system.ledger();
        long ascendedBefore = ascended(ledger);
        List<Integer> answers = buysWhileOneIsKilled(system, killed, sheets, these);

        Waiting.untilTrue(
                "every order is at rest",
                Duration.ofMinutes(3),
                () -> ledger.number("select count(*)" + THESE, these)
                        == ledger.number("select count(*)" + THESE + AT_REST, these));
        system.auditIsClean();
        assertThat(answers).allMatch(status -> TAKEN.contains(status) || TRY_AGAIN.contains(status));
        long taken = answers.stream().filter(TAKEN::contains).count();
        assertThat(taken).isPositive();
        assertThat(ledger.number("select count(*)" + THESE, these)).isGreaterThanOrEqualTo(taken);
        assertThat(ledger.number("select count(*)" + THESE + " and state = 'released'", these))
                .as("every accepted order is delivered")
                .isGreaterThanOrEqualTo(taken);
        assertThat(ascended(ledger) - ascendedBefore)
                .isEqualTo(ledger.number(
                        "select sum(value) from indicium_content" + " where order_id in (select id" + THESE + ")",
                        these));
        Waiting.untilTrue(killed + " is there again", Duration.ofMinutes(2), () -> system.isReady(killed));
    }

    /** Returns the statuses that the clients received. A request without a response counts as none and is sent once. */
    private static List<Integer> buysWhileOneIsKilled(
            VendorSystem system, String killed, List<String> sheets, String these) throws Exception {
        Api api = system.api();
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Integer>> sent = new ArrayList<>();
        for (String sheet : sheets) {
            sent.add(pool.submit(() -> status(api, sheet)));
        }
        Waiting.untilTrue(
                "some purchases are under way",
                Duration.ofSeconds(30),
                () -> system.ledger().number("select count(*)" + THESE, these) >= BEFORE_THE_KILL);
        system.kill(killed);
        pool.shutdown();
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> one : sent) {
            Integer status = one.get();
            if (status != null) {
                answers.add(status);
            }
        }
        return answers;
    }

    private static Integer status(Api api, String sheet) {
        try {
            Answer answer = api.order(Purchase.of(sheet, 1));
            return answer.status();
        } catch (UncheckedIOException unanswered) {
            return null;
        }
    }

    private static long ascended(Ledger ledger) {
        return ledger.psds().values().stream().mapToLong(Ledger.Psd::ascending).sum();
    }
}
