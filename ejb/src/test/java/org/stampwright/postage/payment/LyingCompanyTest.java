package org.stampwright.postage.payment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.indicium.Money;
import org.stampwright.postage.payment.CardSaid.Captured;
import org.stampwright.postage.payment.CardSaid.Gone;
import org.stampwright.postage.payment.CardSaid.Held;
import org.stampwright.postage.payment.CardSaid.NotOurs;
import org.stampwright.postage.payment.CardSaid.StillOpen;
import org.stampwright.postage.payment.CardSaid.Unknown;
import org.stampwright.postage.payment.Created.Made;
import org.stampwright.postage.payment.Created.NotMade;
import org.stampwright.protocol.LyingPeer;
import org.stampwright.protocol.LyingPeer.Manner;
import org.stampwright.protocol.LyingPeer.Told;

/** A card company over HTTP with wrong, late, oversized or missing answers: none of them counts as a payment. */
class LyingCompanyTest {

    private static final UUID ORDER = new UUID(1, 2);
    private static final Money TOTAL = Money.ofMinorUnits(253);
    private static final ToPay PAY = new ToPay(ORDER, TOTAL, 3, "pm_card_visa", null);
    private static final Map<String, Function<CardCompany, CardSaid>> QUESTIONS = Map.of(
            "create an intent", company -> why(company.createIntent(payment(PaymentKind.INTENT, null, null), PAY)),
            "create a session", company -> why(company.createSession(payment(PaymentKind.SESSION, null, null), PAY)),
            "confirm", company -> company.confirm(payment(PaymentKind.INTENT, null, "pi_1")),
            "retrieve an intent", company -> company.retrieveIntent(payment(PaymentKind.INTENT, null, "pi_1")),
            "retrieve a session",
                    company -> company.retrieveSession(payment(PaymentKind.SESSION, "cs_1", null))
                            .said(),
            "capture", company -> company.capture(payment(PaymentKind.INTENT, null, "pi_1")),
            "cancel", company -> company.cancel(payment(PaymentKind.INTENT, null, "pi_1")),
            "expire",
                    company -> company.expire(payment(PaymentKind.SESSION, "cs_1", null))
                            .said());
    private static final Map<String, Told> USELESS = Map.of(
            "409", Told.of(409, "{\"error\": {\"type\": \"invalid_request_error\"}}"),
            "429", Told.of(429, "{\"error\": {\"type\": \"invalid_request_error\"}}"),
            "500", Told.of(500, "{\"error\": {\"type\": \"api_error\"}}"),
            "500 of a proxy", Told.of(502, "<html>Bad gateway</html>"),
            "a redirect", Told.of(302, ""),
            "empty", Told.of(200, ""),
            "a list", Told.of(200, "[]"),
            "no JSON", Told.of(200, "{\"id\": "),
            "a stalled body", Told.of(200, intent("")).with(Manner.STALLS),
            "a body that breaks off", Told.of(200, intent("")).with(Manner.BREAKS_OFF));

    private final LyingPeer peer = new LyingPeer(asked -> Told.of(200, "{}"));
    private CardCompany company;

    @BeforeEach
    void connect() {
        company = new CardCompany(
                new CardSettings(peer.uri().toString(), "sk_test_1", "whsec", URI.create("http://127.0.0.1/"), true),
                Duration.ofMillis(700));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private static PaymentView payment(PaymentKind kind, String session, String intent) {
        return new PaymentView(
                ORDER,
                1,
                kind,
                PaymentState.OPEN,
                session,
                intent,
                null,
                TOTAL,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null);
    }

    private static CardSaid why(Created created) {
        assertThat(created).isInstanceOf(NotMade.class);
        return ((NotMade) created).why();
    }

    /** Returns a correct intent with these members changed. */
    private static String intent(String changes) {
        return object(
                "{'object': 'payment_intent', 'id': 'pi_1', 'amount': 253, 'amount_capturable': 253,"
                        + " 'amount_received': 253, 'currency': 'usd', 'status': 'requires_capture',"
                        + " 'metadata': {'order': '" + ORDER + "'}}",
                changes);
    }

    /** Returns a correct session with these members changed. */
    private static String session(String changes) {
        return object(
                "{'object': 'checkout.session', 'id': 'cs_1', 'amount_total': 253, 'currency': 'usd',"
                        + " 'status': 'open', 'url': 'http://127.0.0.1/pay', 'client_reference_id': '" + ORDER + "'}",
                changes);
    }

    /** Applies a JSON merge patch to the object: a member that becomes null is removed. */
    private static String object(String json, String patch) {
        return Json.createMergePatch(read(patch.isEmpty() ? "{}" : patch))
                .apply(read(json))
                .toString();
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    static Stream<Arguments> useless() {
        return QUESTIONS.keySet().stream()
                .flatMap(question -> USELESS.keySet().stream().map(answer -> Arguments.of(question, answer)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("useless")
    void an_answer_that_cannot_be_used_is_unknown(String question, String answer) {
        peer.follow(asked -> USELESS.get(answer));
        assertThat(QUESTIONS.get(question).apply(company)).isInstanceOf(Unknown.class);
        assertThat(peer.asked()).as("asked once").hasSize(1);
    }

    @Test
    void an_endless_answer_is_unknown() {
        peer.follow(asked -> Told.of(200, intent("")).with(Manner.ENDLESS));
        assertThat(company.retrieveIntent(payment(PaymentKind.INTENT, null, "pi_1")))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void an_unreachable_company_is_unknown() {
        peer.close();
        assertThat(company.capture(payment(PaymentKind.INTENT, null, "pi_1"))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'pi_2'}",
                "{'id':null}",
                "{'amount':252}",
                "{'amount':null}",
                "{'amount_capturable':252}",
                "{'currency':'cad'}",
                "{'metadata':{'order': '00000000-0000-0001-0000-000000000003'}}",
                "{'metadata':null}"
            })
    void an_intent_of_another_payment_is_not_a_hold(String lie) {
        peer.follow(asked -> Told.of(200, intent(lie)));
        for (String question : new String[] {"confirm", "retrieve an intent", "capture", "cancel"}) {
            assertThat(QUESTIONS.get(question).apply(company)).as(question).isInstanceOf(NotOurs.class);
        }
    }

    @Test
    void a_correct_answer_is_accepted() {
        peer.follow(asked -> Told.of(200, intent("")));
        assertThat(company.retrieveIntent(payment(PaymentKind.INTENT, null, "pi_1")))
                .isInstanceOf(Held.class);
        assertThat(company.createIntent(payment(PaymentKind.INTENT, null, null), PAY))
                .isEqualTo(new Made(null, "pi_1", null));
        peer.follow(asked -> Told.of(200, intent("{'status':'succeeded'}")));
        assertThat(company.capture(payment(PaymentKind.INTENT, null, "pi_1"))).isInstanceOf(Captured.class);
        peer.follow(asked -> Told.of(200, intent("{'status':'canceled'}")));
        assertThat(company.cancel(payment(PaymentKind.INTENT, null, "pi_1"))).isInstanceOf(Gone.class);
        peer.follow(asked -> Told.of(200, session("")));
        assertThat(company.createSession(payment(PaymentKind.SESSION, null, null), PAY))
                .isEqualTo(new Made("cs_1", null, "http://127.0.0.1/pay"));
        assertThat(company.retrieveSession(payment(PaymentKind.SESSION, "cs_1", null))
                        .said())
                .isInstanceOf(StillOpen.class);
    }

    @Test
    void a_capture_of_less_is_not_the_capture() {
        peer.follow(asked -> Told.of(200, intent("{'status':'succeeded', 'amount_received':200}")));
        assertThat(company.capture(payment(PaymentKind.INTENT, null, "pi_1"))).isInstanceOf(NotOurs.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'status':'paid'}", "{'status':null}"})
    void an_undefined_status_is_unknown(String lie) {
        peer.follow(asked -> Told.of(200, intent(lie)));
        assertThat(company.retrieveIntent(payment(PaymentKind.INTENT, null, "pi_1")))
                .isInstanceOf(Unknown.class);
        peer.follow(asked -> Told.of(200, session(lie)));
        assertThat(company.retrieveSession(payment(PaymentKind.SESSION, "cs_1", null))
                        .said())
                .isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':null}",
                "{'amount_total':25300}",
                "{'amount_total':null}",
                "{'currency':'cad'}",
                "{'client_reference_id':'00000000-0000-0001-0000-000000000003'}",
                "{'client_reference_id':null}",
                "{'url':null}"
            })
    void a_page_for_another_order_or_amount_is_not_opened(String lie) {
        peer.follow(asked -> Told.of(200, session(lie)));
        assertThat(why(company.createSession(payment(PaymentKind.SESSION, null, null), PAY)))
                .isInstanceOf(NotOurs.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'id':null}", "{'amount':25300}", "{'currency':'cad'}", "{'metadata':null}"})
    void an_intent_that_was_not_asked_for_is_not_confirmed(String lie) {
        peer.follow(asked -> Told.of(200, intent(lie)));
        assertThat(why(company.createIntent(payment(PaymentKind.INTENT, null, null), PAY)))
                .isInstanceOf(NotOurs.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'id':'cs_2'}", "{'client_reference_id':null}", "{'status':'expired', 'id':'cs_2'}"})
    void another_session_says_nothing_of_ours(String lie) {
        peer.follow(asked -> Told.of(200, session(lie)));
        for (String question : new String[] {"retrieve a session", "expire"}) {
            assertThat(QUESTIONS.get(question).apply(company)).as(question).isInstanceOf(NotOurs.class);
        }
    }

    @Test
    void a_complete_session_counts_only_with_an_intent_that_is_ours() {
        String complete = "{'status': 'complete'}";
        peer.follow(asked -> Told.of(200, session(complete)));
        assertThat(QUESTIONS.get("retrieve a session").apply(company)).isInstanceOf(Unknown.class);
        peer.follow(asked -> Told.of(200, paidBy(intent("{'amount':200}"))));
        assertThat(QUESTIONS.get("retrieve a session").apply(company)).isInstanceOf(NotOurs.class);
        peer.follow(asked -> Told.of(200, paidBy(intent(""))));
        assertThat(QUESTIONS.get("retrieve a session").apply(company)).isInstanceOf(Held.class);
    }

    private static String paidBy(String intent) {
        return session("{'status':'complete'}").replaceFirst("\\{", "{\"payment_intent\": " + intent + ", ");
    }
}
