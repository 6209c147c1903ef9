package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.cardsandbox.page.Page;

class HostedPagesTest extends SandboxTest {
    @Test
    void the_page_shows_what_is_bought_for_how_much_and_the_way_back() throws StripeException {
        HttpResponse<String> page = sandbox.open(sandbox.session(82, 2).getUrl());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "Stampwright",
                        "Letter, 1 oz",
                        "Qty 2 · $0.82 each",
                        "Pay $1.64",
                        "ada@example.com",
                        "href=\"" + Page.escape(RunningSandbox.CANCEL) + "\"");
    }

    @Test
    void the_policy_lets_only_this_origin_in_and_only_the_shop_out() throws StripeException {
        var headers = sandbox.open(sandbox.session(82, 2).getUrl()).headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "form-action 'self' http://127.0.0.1:9;",
                        "frame-ancestors 'none'");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.map()).doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cardNumber | 4242 4242 4242 4241  | Your card number is invalid.",
                "cardNumber | 4242                 | Your card number is incomplete.",
                "cardNumber | four two             | A card number contains only digits.",
                "cardExpiry | 13 / 40              | expiration date is incomplete or invalid",
                "cardExpiry | 1                    | expiration date is incomplete or invalid",
                "cardExpiry | 01 / 20              | expiration date is in the past",
                "cardExpiry | 01 / 2099            | expiration year is invalid",
                "cardCvc    | 12                   | security code is incomplete",
                "billingName | ''                  | Enter the name as shown on the card."
            })
    void what_is_wrong_is_said_at_its_field_and_nothing_is_tried(String field, String value, String message)
            throws StripeException {
        Session session = sandbox.session(82, 2);
        long before = sandbox.changes();
        Map<String, String> form = new HashMap<>(Map.of(
                "cardNumber",
                "4242424242424242",
                "cardExpiry",
                "12 / 40",
                "cardCvc",
                "737",
                "billingName",
                "Ada \"<b>\" Lovelace"));
        form.put(field, value);

        HttpResponse<String> page = sandbox.submit(session.getUrl(), form);

        assertThat(page.statusCode()).isEqualTo(200);
        String error = page.body().replaceAll("(?s).*id=\"" + field + "-error\"[^>]*>([^<]*)<.*", "$1");
        assertThat(error.replace("&#39;", "'")).contains(message);
        assertThat(page.body())
                .doesNotContain("737", "Ada \"<b>")
                .doesNotContainPattern("id=\"card(Number|Cvc)\"[^>]*value=");
        assertThat(sandbox.changes()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4000000000000002 | cardNumber | Your card was declined. Please try another card.",
                "4000000000009995 | cardNumber | Your card has insufficient funds. Please try another card.",
                "4000000000000069 | cardExpiry | Your card has expired.",
                "4000000000000127 | cardCvc    | Your card's security code is incorrect.",
                "4111111111111111 | cardNumber | used a non test (live) card"
            })
    void a_decline_is_said_at_the_field_that_it_is_about(String number, String field, String message)
            throws StripeException {
        Session session = sandbox.session(82, 2);

        HttpResponse<String> page = sandbox.payWith(session, number);

        assertThat(page.statusCode()).isEqualTo(200);
        String error = page.body().replaceAll("(?s).*id=\"" + field + "-error\"[^>]*>([^<]*)<.*", "$1");
        assertThat(error.replace("&#39;", "'")).contains(message);
        assertThat(sandbox.session(session.getId()).getStatus()).isEqualTo("open");
    }

    @Test
    void unknown_pages_are_not_found() {
        assertThat(sandbox.open(sandbox.url() + "/c/pay/cs_test_nobody").statusCode())
                .isEqualTo(404);
        assertThat(sandbox.open(sandbox.url() + "/authenticate/pi_nobody/x").statusCode())
                .isEqualTo(410);
        assertThat(sandbox.open(sandbox.url() + "/").statusCode()).isEqualTo(404);
        assertThat(sandbox.open(sandbox.url() + "/assets/pay.css").statusCode()).isEqualTo(200);
        assertThat(sandbox.open(sandbox.url() + "/health").statusCode()).isEqualTo(200);
    }
}
