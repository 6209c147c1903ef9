package org.stampwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
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

/** The company's lists over HTTP: page after page, from a moment on, as its documentation has them. */
class CardListsTest {

    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> pages = new HashMap<>();
    private HttpServer company;

    @BeforeEach
    void open() throws IOException {
        company = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        company.createContext("/", this::answer);
        company.start();
        for (String list : List.of("payment_intents", "checkout/sessions", "refunds")) {
            pages.put("/v1/" + list + "?limit=100", page(false));
        }
    }

    @AfterEach
    void close() {
        company.stop(0);
    }

    @Test
    void everyPageIsReadAfterTheLastOfTheOneBefore() throws Exception {
        pages.put("/v1/payment_intents?limit=100", page(true, intent("pi_3"), intent("pi_2")));
        pages.put("/v1/payment_intents?limit=100&starting_after=pi_2", page(false, intent("pi_1")));
        assertThat(read(Optional.empty()).intents()).containsOnlyKeys("pi_1", "pi_2", "pi_3");
    }

    @Test
    void sessionsAndRefundsAreReadWithTheirIntents() throws Exception {
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
    void aWindowIsAskedForWithADayToSpareForTheirClock() throws Exception {
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
    void aListThatDoesNotEndIsNotReadForEver() {
        pages.put("/v1/refunds?limit=100", page(true, refund("re_1")));
        pages.put("/v1/refunds?limit=100&starting_after=re_1", page(true, refund("re_1")));
        assertThatThrownBy(() -> read(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not end");
    }

    @Test
    void anAnswerThatIsNoListIsToldAsSuch() {
        pages.put("/v1/payment_intents?limit=100", "<html>maintenance</html>");
        assertThatThrownBy(() -> read(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the card company's answer cannot be understood");
        pages.put("/v1/payment_intents?limit=100", "{'object':'list'}".replace('\'', '"'));
        assertThatThrownBy(() -> read(Optional.empty())).isInstanceOf(IOException.class);
    }

    @Test
    void aRefusedQuestionAndSilenceAreTold() {
        pages.remove("/v1/refunds?limit=100");
        assertThatThrownBy(() -> read(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("the card company answered 404 to /v1/refunds");
        company.stop(0);
        assertThatThrownBy(() -> read(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("the card company at http://.* does not answer");
    }

    private CardLists read(Optional<Instant> since) throws IOException, InterruptedException {
        URI base = URI.create("http://127.0.0.1:" + company.getAddress().getPort());
        return CardLists.read(new CardLists.Access(base, "sk_test_1", since));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String question = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
        asked.add(question);
        boolean known = "Bearer sk_test_1".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && pages.containsKey(question);
        byte[] body = pages.getOrDefault(question, "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
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
