package org.stampwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.audit.CardLists.Refund;
import org.stampwright.audit.CardLists.Session;
import org.stampwright.protocol.LyingPeer;
import org.stampwright.protocol.LyingPeer.Asked;
import org.stampwright.protocol.LyingPeer.Manner;
import org.stampwright.protocol.LyingPeer.Told;

/** The company's lists over HTTP: page after page, back to a given time, as its documentation describes them. */
class CardListsTest {

    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> pages = new HashMap<>();
    private final LyingPeer company = new LyingPeer(this::answer);

    @BeforeEach
    void open() {
        for (String list : List.of("payment_intents", "checkout/sessions", "refunds")) {
            pages.put("/v1/" + list + "?limit=100", page(false));
        }
    }

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void every_page_is_read_after_the_last_of_the_one_before() throws Exception {
        pages.put("/v1/payment_intents?limit=100", page(true, intent("pi_3"), intent("pi_2")));
        pages.put("/v1/payment_intents?limit=100&starting_after=pi_2", page(false, intent("pi_1")));
        assertThat(read(Optional.empty()).intents()).containsOnlyKeys("pi_1", "pi_2", "pi_3");
    }

    @Test
    void sessions_and_refunds_are_read_with_their_intents() throws Exception {
        pages.put(
                "/v1/checkout/sessions?limit=100",
                page(
                        false,
                        "{'id':'cs_1','status':'complete',"
                                + "'payment_intent':'pi_1','client_reference_id':'an order'}",
                        "{'id':'cs_2','status':'open','payment_intent':null,'client_reference_id':null}"));
        pages.put(
                "/v1/refunds?limit=100",
                page(false, "{'id':'re_1','status':'succeeded','amount':88,'payment_intent':'pi_1'}"));
        CardLists lists = read(Optional.empty());
        assertThat(lists.sessions())
                .containsOnly(
                        Map.entry("cs_1", new Session("cs_1", "complete", "pi_1", "an order")),
                        Map.entry("cs_2", new Session("cs_2", "open", "", "")));
        assertThat(lists.refunds()).containsOnly(Map.entry("re_1", new Refund("re_1", "succeeded", 880, "pi_1")));
    }

    @Test
    void a_window_is_read_with_a_margin_of_a_day_for_clock_differences() throws Exception {
        Instant since = Instant.ofEpochSecond(1_700_086_400);
        String from = "?limit=100&created[gte]=1700000000";
        for (String list : List.of("payment_intents", "checkout/sessions", "refunds")) {
            pages.put("/v1/" + list + from, page(false));
        }
        assertThat(read(Optional.of(since)).since()).contains(since);
        assertThat(asked)
                .containsExactly("/v1/payment_intents" + from, "/v1/checkout/sessions" + from, "/v1/refunds" + from);
    }

    @Test
    void a_list_that_does_not_end_is_not_read_for_ever() {
        pages.put("/v1/refunds?limit=100", page(true, refund("re_1")));
        pages.put("/v1/refunds?limit=100&starting_after=re_1", page(true, refund("re_1")));
        assertThatThrownBy(() -> read(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not end");
    }

    @Test
    void an_answer_that_is_not_a_list_is_reported() {
        pages.put("/v1/payment_intents?limit=100", "<html>maintenance</html>");
        assertThatThrownBy(() -> read(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the card company's answer cannot be understood");
        pages.put("/v1/payment_intents?limit=100", "{'object':'list'}".replace('\'', '"'));
        assertThatThrownBy(() -> read(Optional.empty())).isInstanceOf(IOException.class);
    }

    @Test
    void a_refused_request_and_a_missing_answer_are_reported() {
        pages.remove("/v1/refunds?limit=100");
        assertThatThrownBy(() -> read(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("the card company answered 404 to /v1/refunds");
        company.close();
        assertThatThrownBy(() -> read(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("the card company at http://.* does not answer");
    }

    @Test
    void an_incomplete_list_is_rejected() {
        for (Manner manner : List.of(Manner.BREAKS_OFF, Manner.STALLS, Manner.ENDLESS)) {
            company.follow(question -> Told.of(200, page(false)).with(manner));
            assertThatThrownBy(() -> read(Optional.empty()))
                    .as(manner.toString())
                    .isInstanceOf(IOException.class);
        }
    }

    private CardLists read(Optional<Instant> since) throws IOException, InterruptedException {
        PaymentRange all = PaymentRange.of(Optional.empty(), Instant.now(), since.orElse(null))
                .get(0);
        return CardLists.read(new CardLists.Access(company.uri(), "sk_test_1", since), all);
    }

    private Told answer(Asked question) {
        String path = URLDecoder.decode(question.path(), StandardCharsets.UTF_8);
        asked.add(path);
        boolean known = "Bearer sk_test_1".equals(question.header().apply("Authorization")) && pages.containsKey(path);
        return Told.of(known ? 200 : 404, pages.getOrDefault(path, "{}"));
    }

    private static String intent(String id) {
        return "{'id':'" + id + "','status':'succeeded','amount_received':88,'metadata':{}}";
    }

    private static String refund(String id) {
        return "{'id':'" + id + "','status':'succeeded','amount':1,'payment_intent':null}";
    }

    private static String page(boolean more, String... data) {
        return ("{'object':'list','data':[" + String.join(",", data) + "],'has_more':" + more + "}").replace('\'', '"');
    }
}
