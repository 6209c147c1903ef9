package org.stampwright.postage.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stampwright.postage.container.Shop.granted;
import static org.stampwright.postage.container.Shop.refused;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.stampwright.postage.container.Container;
import org.stampwright.postage.refusal.ProblemKind;

/** Only a recent event that the company signed is read, and only for the order that it concerns. */
class WebhooksTest {

    private static final String SECRET = "whsec_1";
    private static final UUID ORDER = UUID.randomUUID();
    private static final String OURS = event("pi_ours");

    private final List<String> asked = new ArrayList<>();
    private final Container container = new Container(new PGSimpleDataSource())
            .with(
                    CardSettings.class,
                    new CardSettings("http://127.0.0.1:1", "sk_test_1", SECRET, URI.create("http://127.0.0.1:1"), true))
            .with(Payments.class, new Payments() {
                @Override
                public Optional<UUID> orderOf(String sessionOrIntent) {
                    asked.add(sessionOrIntent);
                    return Optional.of(ORDER).filter(order -> sessionOrIntent.equals("pi_ours"));
                }
            });
    private final Webhooks webhooks = container.get(Webhooks.class);

    @AfterEach
    void close() {
        container.close();
    }

    @Test
    void a_signed_event_names_the_order_of_its_payment_each_time_that_it_comes() {
        String signature = signature(OURS, Instant.now(), SECRET);
        assertThat(granted(webhooks.read(OURS, signature))).isEqualTo("pi_ours");
        assertThat(granted(webhooks.read(OURS, signature))).isEqualTo("pi_ours");
        assertThat(webhooks.orderOf("pi_ours")).contains(ORDER);
    }

    @Test
    void one_about_another_id_is_about_none_of_ours() {
        String theirs = event("pi_theirs");
        assertThat(granted(webhooks.read(theirs, signature(theirs, Instant.now(), SECRET))))
                .isEqualTo("pi_theirs");
        assertThat(webhooks.orderOf("pi_theirs")).isEmpty();
    }

    @Test
    void without_a_valid_signature_nothing_is_read() {
        Instant now = Instant.now();
        for (String signature : new String[] {
            null,
            "",
            "nonsense",
            "t",
            "t=",
            "t=,v1=",
            "t=9999999999999999999,v1=00",
            "t=" + now.getEpochSecond(),
            signature(OURS, now, "whsec_2"),
            signature(event("pi_theirs"), now, SECRET),
            signature(OURS, now, SECRET).replace("v1=", "v0=")
        }) {
            assertThat(refused(webhooks.read(OURS, signature)).kind())
                    .as(signature)
                    .isEqualTo(ProblemKind.UNAUTHENTICATED);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void an_event_that_was_signed_too_long_ago_is_refused_as_a_possible_replay() {
        assertThat(granted(webhooks.read(OURS, signature(OURS, Instant.now().minusSeconds(240), SECRET))))
                .isEqualTo("pi_ours");
        assertThat(refused(webhooks.read(OURS, signature(OURS, Instant.now().minusSeconds(400), SECRET)))
                        .kind())
                .isEqualTo(ProblemKind.UNAUTHENTICATED);
    }

    @Test
    void a_new_time_with_an_old_signature_is_rejected() {
        String old = signature(OURS, Instant.now().minusSeconds(400), SECRET);
        String renewed = "t=" + Instant.now().getEpochSecond() + old.substring(old.indexOf(','));
        assertThat(refused(webhooks.read(OURS, renewed)).kind()).isEqualTo(ProblemKind.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"data\":{}}", "{\"data\":{\"object\":{\"id\":7}}}", "{\"data\":[]}"})
    void a_signed_text_that_is_no_event_is_refused(String body) {
        assertThat(refused(webhooks.read(body, signature(body, Instant.now(), SECRET)))
                        .kind())
                .isEqualTo(ProblemKind.MALFORMED_JSON);
    }

    private static String event(String id) {
        return "{\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":{\"id\":\"" + id + "\"}}}";
    }

    private static String signature(String body, Instant at, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signed = at.getEpochSecond() + "." + body;
            return "t=" + at.getEpochSecond() + ",v1="
                    + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
