package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.StripeException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsTest extends SandboxTest {
    @Test
    void a_dropped_capture_is_done_all_the_same() throws StripeException {
        String id = sandbox.held(164).getId();
        sandbox.fault("POST", "/v1/payment_intents/*/capture", "drop_after", 1, 0);

        catchThrowableOfType(
                StripeException.class,
                () -> sandbox.stripe.v1().paymentIntents().capture(id));

        assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("succeeded");
        assertThat(sandbox.retrieve(id).getAmountReceived()).isEqualTo(164);
    }

    @Test
    void a_request_dropped_before_the_work_does_nothing() throws StripeException {
        String id = sandbox.held(164).getId();
        sandbox.fault("POST", "/v1/payment_intents/*/capture", "drop_before", 2, 0);

        assertThat(catchThrowableOfType(
                        ApiConnectionException.class,
                        () -> sandbox.stripe.v1().paymentIntents().capture(id)))
                .isNotNull();

        assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("requires_capture");
    }

    @Test
    void a_server_error_before_or_after_the_work_looks_the_same() throws StripeException {
        String before = sandbox.held(164).getId();
        String after = sandbox.held(164).getId();
        sandbox.fault("POST", "/v1/payment_intents/" + before + "/capture", "error_before", 1, 0);
        sandbox.fault("POST", "/v1/payment_intents/" + after + "/capture", "error_after", 1, 0);

        for (String id : new String[] {before, after}) {
            ApiException error = catchThrowableOfType(
                    ApiException.class,
                    () -> sandbox.stripe.v1().paymentIntents().capture(id));
            assertThat(error.getStatusCode()).isEqualTo(500);
            assertThat(error.getStripeError().getType()).isEqualTo("api_error");
        }

        assertThat(sandbox.retrieve(before).getStatus()).isEqualTo("requires_capture");
        assertThat(sandbox.retrieve(after).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void a_delay_delays_only_as_many_requests_as_it_was_told_to() throws StripeException {
        String id = sandbox.held(164).getId();
        sandbox.fault("GET", "/v1/payment_intents/*", "delay", 1, 2000);

        long first = millis(id);
        long second = millis(id);

        assertThat(first).isGreaterThanOrEqualTo(2000);
        assertThat(second).isLessThan(2000);
    }

    private long millis(String id) throws StripeException {
        long start = System.nanoTime();
        sandbox.retrieve(id);
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    @Test
    void a_fault_waits_for_its_turn_and_can_be_called_off() throws StripeException {
        String id = sandbox.held(164).getId();
        sandbox.control(
                "POST",
                "/test/faults",
                Map.of("method", "GET", "path", "*", "kind", "error_before", "skip", "1", "times", "5"));

        sandbox.retrieve(id);
        assertThat(catchThrowableOfType(ApiException.class, () -> sandbox.retrieve(id)))
                .isNotNull();
        sandbox.control("DELETE", "/test/faults", Map.of());

        assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("requires_capture");
    }

    @Test
    void the_payment_page_can_fail_too() throws StripeException {
        sandbox.fault("GET", "/c/pay/*", "error_before", 1, 0);
        String url = sandbox.session(82, 2).getUrl();

        assertThat(sandbox.open(url).statusCode()).isEqualTo(500);
        assertThat(sandbox.open(url).statusCode()).isEqualTo(200);
    }
}
