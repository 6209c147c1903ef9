package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest extends SandboxTest {
    private HttpResponse<String> get(String path, String authorization) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(sandbox.url() + path)).GET();
        return sandbox.send(authorization == null ? request : request.header("Authorization", authorization));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes());
    }

    @Test
    void another_key_is_refused_and_not_repeated_in_full() {
        long before = sandbox.changes();

        AuthenticationException refused =
                catchThrowableOfType(AuthenticationException.class, () -> sandbox.client("sk_test_somebody_elses_key")
                        .v1()
                        .paymentIntents()
                        .create(RunningSandbox.intent(164, "pm_card_visa").build()));

        assertThat(refused.getStatusCode()).isEqualTo(401);
        assertThat(refused.getMessage()).contains("Invalid API Key").doesNotContain("somebody_elses_key");
        assertThat(sandbox.changes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/payment_intents", "/v1/nothing", "/test/journal", "/test/clock", "/test/nothing"})
    void without_a_key_nothing_is_answered(String path) {
        for (String authorization : new String[] {
            null, "Bearer", "Bearer wrong", "Basic !!", basic("wrong:"), "Digest " + RunningSandbox.KEY
        }) {
            HttpResponse<String> refused = get(path, authorization);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("invalid_request_error").doesNotContain("objects");
        }
    }

    @Test
    void bearer_and_basic_are_both_taken() {
        assertThat(get("/v1/payment_intents", "Bearer " + RunningSandbox.KEY).statusCode())
                .isEqualTo(200);
        assertThat(get("/v1/payment_intents", basic(RunningSandbox.KEY + ":")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void every_answer_names_its_request_and_version() throws StripeException {
        var answer = sandbox.unconfirmed(164, "pm_card_visa").getLastResponse();

        assertThat(answer.requestId()).startsWith("req_");
        assertThat(answer.headers().firstValue("Stripe-Version")).hasValue(com.stripe.Stripe.API_VERSION);
    }

    @Test
    void an_address_that_stripe_has_and_the_sandbox_has_not_is_refused() {
        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> sandbox.stripe.v1().customers().retrieve("cus_1"));

        assertThat(refused.getStatusCode()).isEqualTo(404);
        assertThat(refused.getMessage()).contains("Unrecognized request URL (GET: /v1/customers/cus_1)");
    }
}
