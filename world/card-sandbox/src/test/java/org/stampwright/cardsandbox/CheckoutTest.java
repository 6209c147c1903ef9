package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionLineItemListParams;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.cardsandbox.page.Page;

class CheckoutTest extends SandboxTest {
    @Test
    void an_open_session_has_a_page_and_no_intent_yet() throws StripeException {
        Session session = sandbox.session(82, 2);

        assertThat(session.getStatus()).isEqualTo("open");
        assertThat(session.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(session.getAmountTotal()).isEqualTo(164);
        assertThat(session.getCurrency()).isEqualTo("usd");
        assertThat(session.getClientReferenceId()).isEqualTo("order-7");
        assertThat(session.getUrl()).isEqualTo(sandbox.url() + "/c/pay/" + session.getId());
        assertThat(session.getPaymentIntent()).isNull();
        long lasts = session.getExpiresAt() - session.getCreated();
        assertThat(lasts).isBetween(31 * 60 - 2L, 31 * 60L);
    }

    @Test
    void a_payer_whose_payment_is_held_comes_back_to_the_shop() throws StripeException {
        Session session = sandbox.session(82, 2);

        HttpResponse<String> back = sandbox.payWith(session, "4242 4242 4242 4242");

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location"))
                .hasValue("http://127.0.0.1:9/orders/7/return?session=" + session.getId());
        Session after = sandbox.session(session.getId());
        assertThat(after.getStatus()).isEqualTo("complete");
        assertThat(after.getUrl()).isNull();
        assertThat(after.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(after.getLineItems().getData().get(0).getDescription()).isEqualTo("Letter, 1 oz");
        PaymentIntent intent = after.getPaymentIntentObject();
        assertThat(intent.getStatus()).isEqualTo("requires_capture");
        assertThat(intent.getAmountCapturable()).isEqualTo(164);
        assertThat(intent.getCurrency()).isEqualTo("usd");
        assertThat(intent.getMetadata()).containsEntry("order", "order-7");

        sandbox.stripe.v1().paymentIntents().capture(intent.getId());
        assertThat(sandbox.session(session.getId()).getPaymentStatus()).isEqualTo("paid");
    }

    @Test
    void a_decline_stays_on_the_page_and_the_second_card_pays_the_same_intent() throws StripeException {
        Session session = sandbox.session(82, 2);

        HttpResponse<String> declined = sandbox.payWith(session, "4000000000000002");

        assertThat(declined.statusCode()).isEqualTo(200);
        assertThat(declined.body()).contains("Your card was declined. Please try another card.");
        Session between = sandbox.session(session.getId());
        assertThat(between.getStatus()).isEqualTo("open");
        assertThat(between.getPaymentIntentObject().getStatus()).isEqualTo("requires_payment_method");

        assertThat(sandbox.payWith(session, "4242424242424242").statusCode()).isEqualTo(303);
        Session after = sandbox.session(session.getId());
        assertThat(after.getPaymentIntent()).isEqualTo(between.getPaymentIntent());
        assertThat(after.getPaymentIntentObject().getStatus()).isEqualTo("requires_capture");
    }

    @Test
    void a_second_payment_of_a_complete_session_takes_nothing() throws StripeException {
        Session session = sandbox.session(82, 2);
        sandbox.payWith(session, "4242424242424242");
        long before = sandbox.changes();

        HttpResponse<String> again = sandbox.payWith(session, "4242424242424242");

        assertThat(again.headers().firstValue("Location")).get().asString().contains(session.getId());
        assertThat(sandbox.changes()).isEqualTo(before);
    }

    @Test
    void a_bank_that_approves_completes_the_session() throws StripeException {
        Session session = sandbox.session(82, 2);
        String bank = sandbox.payWith(session, "4000002760003184")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(bank).startsWith(sandbox.url() + "/authenticate/pi_");
        assertThat(sandbox.session(session.getId()).getStatus()).isEqualTo("open");
        assertThat(sandbox.session(session.getId()).getPaymentIntentObject().getStatus())
                .isEqualTo("requires_action");

        HttpResponse<String> back = sandbox.submit(bank, Map.of("decision", "approve"));

        assertThat(back.headers().firstValue("Location")).get().asString().contains("session=" + session.getId());
        assertThat(sandbox.session(session.getId()).getStatus()).isEqualTo("complete");
        assertThat(sandbox.session(session.getId()).getPaymentIntentObject().getStatus())
                .isEqualTo("requires_capture");
    }

    @Test
    void a_bank_that_refuses_leads_back_to_the_page_which_says_so() throws StripeException {
        Session session = sandbox.session(82, 2);
        String bank = sandbox.payWith(session, "4000002760003184")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        HttpResponse<String> back = sandbox.submit(bank, Map.of("decision", "refuse"));

        assertThat(back.headers().firstValue("Location")).hasValue(session.getUrl());
        assertThat(sandbox.open(session.getUrl()).body()).contains("Your bank did not confirm this payment.");
        assertThat(sandbox.session(session.getId()).getStatus()).isEqualTo("open");
        assertThat(sandbox.payWith(session, "4242424242424242").statusCode()).isEqualTo(303);
    }

    @Test
    void an_expired_session_takes_no_payment_and_says_so() throws StripeException {
        Session session = sandbox.session(82, 2);

        Session expired = sandbox.stripe.v1().checkout().sessions().expire(session.getId());

        assertThat(expired.getStatus()).isEqualTo("expired");
        HttpResponse<String> late = sandbox.payWith(session, "4242424242424242");
        assertThat(late.body())
                .contains("This payment page has expired", "Nothing was charged", Page.escape(RunningSandbox.CANCEL));
        assertThat(sandbox.session(session.getId()).getPaymentIntent()).isNull();
    }

    @Test
    void expiring_a_session_whose_payer_is_at_the_bank_ends_its_intent() throws StripeException {
        Session session = sandbox.session(82, 2);
        String bank = sandbox.payWith(session, "4000002760003184")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        sandbox.stripe.v1().checkout().sessions().expire(session.getId());

        assertThat(sandbox.session(session.getId()).getPaymentIntentObject().getStatus())
                .isEqualTo("canceled");
        assertThat(sandbox.submit(bank, Map.of("decision", "approve")).statusCode())
                .isEqualTo(410);
        assertThat(sandbox.session(session.getId()).getStatus()).isEqualTo("expired");
    }

    @Test
    void a_complete_session_is_not_expired() throws StripeException {
        Session session = sandbox.session(82, 2);
        sandbox.payWith(session, "4242424242424242");

        InvalidRequestException refused =
                refused(() -> sandbox.stripe.v1().checkout().sessions().expire(session.getId()));

        assertThat(refused.getMessage()).contains("has a status of `complete`");
        assertThat(sandbox.session(session.getId()).getPaymentIntentObject().getStatus())
                .isEqualTo("requires_capture");
    }

    @Test
    void a_session_ends_by_itself() throws StripeException {
        Session session = sandbox.session(82, 2);

        sandbox.advance(Duration.ofMinutes(32));

        assertThat(sandbox.session(session.getId()).getStatus()).isEqualTo("expired");
        assertThat(sandbox.payWith(session, "4242424242424242").body()).contains("has expired");
    }

    @Test
    void an_intent_of_an_open_session_is_not_cancelled_or_confirmed_but_a_held_one_is_cancelled()
            throws StripeException {
        Session session = sandbox.session(82, 2);
        sandbox.payWith(session, "4000000000000002");
        String id = sandbox.session(session.getId()).getPaymentIntent();

        assertThat(refused(() -> sandbox.stripe.v1().paymentIntents().cancel(id))
                        .getMessage())
                .contains("created by Checkout");
        assertThat(refused(() -> sandbox.confirm(id)).getMessage()).contains("created by Checkout");
        sandbox.payWith(session, "4242424242424242");

        assertThat(sandbox.stripe.v1().paymentIntents().cancel(id).getStatus()).isEqualTo("canceled");
        assertThat(sandbox.session(session.getId()).getStatus()).isEqualTo("complete");
    }

    @Test
    void a_total_under_the_minimum_is_refused() {
        InvalidRequestException refused = refused(() -> sandbox.session(49, 1));

        assertThat(refused.getCode()).isEqualTo("amount_too_small");
        assertThat(refused.getMessage()).contains("$0.50 usd");
    }

    @Test
    void a_session_lasts_half_an_hour_to_a_day() {
        long now = sandbox.now();

        assertThat(refused(() -> sandbox.stripe
                                .v1()
                                .checkout()
                                .sessions()
                                .create(sandbox.sessionParams(82, 1)
                                        .setExpiresAt(now + 29 * 60)
                                        .build()))
                        .getParam())
                .isEqualTo("expires_at");
        assertThat(refused(() -> sandbox.stripe
                                .v1()
                                .checkout()
                                .sessions()
                                .create(sandbox.sessionParams(82, 1)
                                        .setExpiresAt(now + 25 * 3600)
                                        .build()))
                        .getParam())
                .isEqualTo("expires_at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders/7", "javascript:alert(1)", "http://a;script-src *", "http://", "ftp://shop/x"})
    void a_way_back_that_is_no_address_is_refused(String url) {
        InvalidRequestException refused = refused(() -> sandbox.stripe
                .v1()
                .checkout()
                .sessions()
                .create(sandbox.sessionParams(82, 1).setSuccessUrl(url).build()));

        assertThat(refused.getCode()).isEqualTo("url_invalid");
        assertThat(refused.getParam()).isEqualTo("success_url");
    }

    @Test
    void the_line_items_are_listed() throws StripeException {
        Session session = sandbox.session(82, 2);

        var items = sandbox.stripe
                .v1()
                .checkout()
                .sessions()
                .lineItems()
                .list(session.getId(), SessionLineItemListParams.builder().build())
                .getData();

        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.getQuantity()).isEqualTo(2);
            assertThat(item.getAmountTotal()).isEqualTo(164);
            assertThat(item.getPrice().getUnitAmount()).isEqualTo(82);
        });
    }

    private static InvalidRequestException refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(InvalidRequestException.class, act);
    }
}
