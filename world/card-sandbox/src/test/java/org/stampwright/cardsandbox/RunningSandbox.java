package org.stampwright.cardsandbox;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stampwright.cardsandbox.http.Fields;

/** A sandbox on a free port, Stripe's own client for it as the vendor sets it up, and a payer's browser. */
final class RunningSandbox implements AutoCloseable {
    static final String KEY = "sk_test_51SandboxTestsOnly";
    static final String WEBHOOK_SECRET = "whsec_only_for_these_tests";
    static final String SUCCESS = "http://127.0.0.1:9/orders/7/return?session={CHECKOUT_SESSION_ID}";
    static final String CANCEL = "http://127.0.0.1:9/orders/7?cancelled";

    private final CardSandbox sandbox;
    private final HttpClient browser = HttpClient.newHttpClient();
    final StripeClient stripe;

    private RunningSandbox(CardSandbox sandbox) {
        this.sandbox = sandbox;
        this.stripe = client(KEY);
    }

    static RunningSandbox start(Path journal) throws IOException {
        return start(journal, null);
    }

    static RunningSandbox start(Path journal, URI webhooks) throws IOException {
        return new RunningSandbox(CardSandbox.start(
                new Options(
                        0,
                        0,
                        journal,
                        KEY,
                        null,
                        webhooks,
                        WEBHOOK_SECRET,
                        Set.of("*"),
                        "2026-02-25.clover",
                        "Stampwright"),
                Clock.systemUTC()));
    }

    StripeClient client(String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(sandbox.url())
                .setConnectTimeout(2000)
                .setReadTimeout(10_000)
                .setMaxNetworkRetries(0)
                .build();
    }

    String url() {
        return sandbox.url();
    }

    String healthUrl() {
        return sandbox.healthUrl();
    }

    static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    static PaymentIntentCreateParams.Builder intent(long amount, String card) {
        return PaymentIntentCreateParams.builder()
                .setAmount(amount)
                .setCurrency("usd")
                .setPaymentMethod(card)
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .addPaymentMethodType("card")
                .putMetadata("order", "order-7");
    }

    PaymentIntent unconfirmed(long amount, String card) throws StripeException {
        return stripe.v1().paymentIntents().create(intent(amount, card).build());
    }

    /** Returns a hold of this amount on a card that pays. */
    PaymentIntent held(long amount) throws StripeException {
        return stripe.v1()
                .paymentIntents()
                .confirm(unconfirmed(amount, "pm_card_visa").getId());
    }

    PaymentIntent captured(long amount) throws StripeException {
        return stripe.v1().paymentIntents().capture(held(amount).getId());
    }

    PaymentIntent confirm(String id) throws StripeException {
        return stripe.v1()
                .paymentIntents()
                .confirm(id, PaymentIntentConfirmParams.builder().build());
    }

    PaymentIntent retrieve(String id) throws StripeException {
        return stripe.v1().paymentIntents().retrieve(id);
    }

    SessionCreateParams.Builder sessionParams(long unitAmount, long quantity) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId("order-7")
                .setExpiresAt(now() + 31 * 60)
                .setSuccessUrl(SUCCESS)
                .setCancelUrl(CANCEL)
                .setCustomerEmail("ada@example.com")
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .setCaptureMethod(SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL)
                        .putMetadata("order", "order-7")
                        .build())
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setQuantity(quantity)
                        .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                                .setCurrency("usd")
                                .setUnitAmount(unitAmount)
                                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                        .setName("Letter, 1 oz")
                                        .build())
                                .build())
                        .build());
    }

    Session session(long unitAmount, long quantity) throws StripeException {
        return stripe.v1()
                .checkout()
                .sessions()
                .create(sessionParams(unitAmount, quantity).build());
    }

    Session session(String id) throws StripeException {
        return stripe.v1()
                .checkout()
                .sessions()
                .retrieve(
                        id,
                        com.stripe.param.checkout.SessionRetrieveParams.builder()
                                .addExpand("payment_intent")
                                .addExpand("line_items")
                                .build());
    }

    /** Returns the response to a payer's browser; redirects are not followed. */
    HttpResponse<String> open(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    HttpResponse<String> submit(String url, Map<String, String> form) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
    }

    HttpResponse<String> payWith(Session session, String number) {
        return submit(
                session.getUrl(),
                Map.of("cardNumber", number, "cardExpiry", "12 / 40", "cardCvc", "123", "billingName", "Ada Lovelace"));
    }

    /** Calls a test control with the API key. */
    JsonObject control(String method, String path, Map<String, String> form) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + KEY)
                .method(method, HttpRequest.BodyPublishers.ofString(encode(form))));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Fields.parse(answer.body());
    }

    void advance(Duration time) {
        control("POST", "/test/clock", Map.of("advance_seconds", Long.toString(time.toSeconds())));
    }

    /** Returns the company's time in seconds. */
    long now() {
        return Fields.number(control("GET", "/test/clock", Map.of()), "now");
    }

    void fault(String method, String path, String kind, int times, long delayMillis) {
        control(
                "POST",
                "/test/faults",
                Map.of(
                        "method",
                        method,
                        "path",
                        path,
                        "kind",
                        kind,
                        "times",
                        Integer.toString(times),
                        "delay_ms",
                        Long.toString(delayMillis)));
    }

    /** Waits until the request that the fault applies to has arrived. */
    void awaitFaultTaken() throws InterruptedException {
        while (!control("GET", "/test/faults", Map.of()).getJsonArray("faults").isEmpty()) {
            Thread.sleep(20);
        }
        Thread.sleep(200);
    }

    JsonObject journal() {
        return control("GET", "/test/journal", Map.of());
    }

    /** Returns the number of acts that have changed anything so far. */
    long changes() {
        return Fields.number(journal(), "changes");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException unsent) {
            throw new AssertionError(unsent);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
    }
}
