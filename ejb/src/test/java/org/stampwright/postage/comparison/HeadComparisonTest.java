package org.stampwright.postage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.container.HealthAnswer;
import org.stampwright.postage.container.Shop;
import org.stampwright.postage.refusal.ProblemKind;

/** Comparing with an authority that answers in pages, or does not answer. */
class HeadComparisonTest {

    private Shop shop;
    private HeadComparison comparison;
    private ComparisonJob job;

    @BeforeAll
    static void answersAreMade() {
        HealthCheckResponse.setResponseProvider(HealthAnswer::new);
    }

    @BeforeEach
    void open() {
        shop = new Shop();
        shop.container.with(HeadComparison.class, null).with(SellingStop.class, null);
        comparison = shop.get(HeadComparison.class);
        job = shop.get(ComparisonJob.class);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private List<String> asked() {
        return shop.authority.asked().stream()
                .filter(request -> request.startsWith("GET /v1/heads"))
                .skip(1)
                .toList();
    }

    private static String page(boolean more, long... psds) {
        JsonArrayBuilder heads = Json.createArrayBuilder();
        for (long psd : psds) {
            heads.add(Json.createObjectBuilder()
                    .add("psdSerial", psd)
                    .add("head", head())
                    .add("granted", 0));
        }
        return Json.createObjectBuilder()
                .add("heads", heads)
                .add("more", more)
                .build()
                .toString();
    }

    private static JsonObject head() {
        return Json.createObjectBuilder()
                .add("number", 1)
                .add("hash", "ab".repeat(32))
                .build();
    }

    @Test
    void every_page_is_read_and_every_difference_recorded() {
        shop.authority.tellsNext(page(true, 3, 5), page(false, 9));
        assertThat(comparison.run()).isTrue();
        assertThat(asked()).containsExactly("GET /v1/heads?after=0", "GET /v1/heads?after=5");
        assertThat(shop.one("select string_agg(psd::text, ' ' order by psd) from psd_difference"))
                .isEqualTo("3 5 9");
        assertThat(shop.one("select completed_at is not null from head_comparison"))
                .isEqualTo("t");
    }

    @Test
    void it_is_not_verified_before_the_last_page_was_read() {
        shop.authority.tellsNext(page(true, 3));
        assertThat(comparison.run()).isFalse();
        assertThat(comparison.isTried()).isTrue();
        assertThat(comparison.isVerified()).isFalse();
        assertThat(comparison.isDue()).isTrue();
    }

    @Test
    void before_the_first_try_no_order_is_placed_and_the_instance_is_not_ready() {
        assertThat(shop.get(SellingStop.class).refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.kind()).isEqualTo(ProblemKind.UNAVAILABLE));
        assertThat(ready().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    }

    @Test
    void while_the_authority_is_silent_orders_are_placed_and_nothing_is_verified() {
        job.run();
        assertThat(shop.get(SellingStop.class).refusal()).isEmpty();
        assertThat(comparison.isVerified()).isFalse();
        assertThat(ready().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    @Test
    void health_says_that_selling_is_stopped_and_why() {
        shop.authority.tellsNext(page(false, 3));
        job.run();
        assertThat(ready().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(ready().getData().orElseThrow())
                .containsEntry("stopped", true)
                .containsEntry("because", SellingReady.BECAUSE);
    }

    @Test
    void it_compares_again_after_an_answer_that_did_not_match() {
        shop.authority.tellsNext(page(false), page(false, 3));
        job.run();
        assertThat(comparison.isStopSeen()).isFalse();
        job.run();
        assertThat(asked()).as("nothing was due").hasSize(1);
        comparison.demand();
        job.run();
        assertThat(comparison.isStopSeen()).isTrue();
    }

    private HealthCheckResponse ready() {
        return shop.get(SellingReady.class).call();
    }
}
