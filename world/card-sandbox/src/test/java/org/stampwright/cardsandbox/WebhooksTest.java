package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksTest {
    private record Received(String body, String signature) {}

    @TempDir
    private Path folder;

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger slowness = new AtomicInteger();
    private final AtomicBoolean stalls = new AtomicBoolean();
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private HttpServer merchant;
    private RunningSandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        merchant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        merchant.createContext("/webhook", this::receive);
        merchant.setExecutor(pool);
        merchant.start();
        sandbox = open();
    }

    private RunningSandbox open() throws IOException {
        return RunningSandbox.start(
                folder.resolve("journal"),
                URI.create("http://127.0.0.1:" + merchant.getAddress().getPort() + "/webhook"));
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            Thread.sleep(slowness.get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        boolean refuse = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (stalls.get()) {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write("half".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
        } else {
            exchange.sendResponseHeaders(refuse ? 503 : 200, -1);
            exchange.close();
        }
        received.add(new Received(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
        merchant.stop(0);
        pool.shutdownNow();
    }

    private Event next() throws Exception {
        Received next = received.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("a webhook within 10 s").isNotNull();
        return Webhook.constructEvent(next.body, next.signature, RunningSandbox.WEBHOOK_SECRET);
    }

    private Event next(String type) throws Exception {
        Event event = next();
        while (!event.getType().equals(type)) {
            event = next();
        }
        return event;
    }

    @Test
    void stripes_own_class_accepts_the_signature_and_reads_the_object() throws Exception {
        PaymentIntent held = sandbox.held(164);

        Event event = next("payment_intent.amount_capturable_updated");

        PaymentIntent told =
                (PaymentIntent) event.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(told.getId()).isEqualTo(held.getId());
        assertThat(told.getAmountCapturable()).isEqualTo(164);
        assertThat(event.getRequest().getId()).startsWith("req_");
        assertThat(sandbox.stripe.v1().events().retrieve(event.getId()).getType())
                .isEqualTo(event.getType());
    }

    @Test
    void an_event_is_forgotten_after_a_day_and_its_object_is_not() throws Exception {
        PaymentIntent held = sandbox.held(164);
        Event event = next("payment_intent.amount_capturable_updated");
        sandbox.advance(Duration.ofHours(23));
        sandbox.unconfirmed(165, "pm_card_visa");
        assertThat(sandbox.stripe.v1().events().retrieve(event.getId()).getId()).isEqualTo(event.getId());
        sandbox.advance(Duration.ofHours(2));
        sandbox.unconfirmed(166, "pm_card_visa");
        assertThatThrownBy(() -> sandbox.stripe.v1().events().retrieve(event.getId()))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(sandbox.stripe.v1().events().list().getData()).isNotEmpty().noneMatch(one -> one.getId()
                .equals(event.getId()));
        assertThat(sandbox.stripe.v1().paymentIntents().retrieve(held.getId()).getAmount())
                .isEqualTo(164);
    }

    @Test
    void a_changed_body_or_another_secret_is_not_believed() throws Exception {
        sandbox.unconfirmed(164, "pm_card_visa");
        Received webhook = received.poll(10, TimeUnit.SECONDS);

        assertThatThrownBy(() -> Webhook.constructEvent(
                        webhook.body.replace("164", "165"), webhook.signature, RunningSandbox.WEBHOOK_SECRET))
                .isInstanceOf(SignatureVerificationException.class);
        assertThatThrownBy(() -> Webhook.constructEvent(webhook.body, webhook.signature, "whsec_other"))
                .isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void a_session_tells_when_it_is_complete_and_when_it_ends() throws Exception {
        Session paid = sandbox.session(82, 2);
        sandbox.payWith(paid, "4242424242424242");
        Session told = session(next("checkout.session.completed"));
        assertThat(told.getId()).isEqualTo(paid.getId());
        assertThat(told.getClientReferenceId()).isEqualTo("order-7");

        Session left = sandbox.session(82, 2);
        sandbox.control("POST", "/test/clock", Map.of("advance_seconds", "1900"));

        Session ended = session(next("checkout.session.expired"));
        assertThat(ended.getId()).isEqualTo(left.getId());
    }

    private static Session session(Event event) {
        return (Session) event.getDataObjectDeserializer().getObject().orElseThrow();
    }

    @Test
    void what_a_merchant_does_not_take_is_sent_again() throws Exception {
        refusals.set(1);
        sandbox.unconfirmed(164, "pm_card_visa");

        Event first = next();
        Event again = next();

        assertThat(again.getId()).isEqualTo(first.getId());
    }

    @Test
    void a_slow_merchant_keeps_nobody_waiting() throws Exception {
        slowness.set(30_000);
        long start = System.nanoTime();

        sandbox.captured(164);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_merchant_that_stalls_in_mid_body_does_not_hold_back_the_next_events() throws Exception {
        stalls.set(true);

        for (int event = 0; event < 5; event++) {
            sandbox.unconfirmed(164, "pm_card_visa");
            assertThat(next().getType()).isEqualTo("payment_intent.created");
        }
    }

    @Test
    void what_was_not_delivered_before_a_restart_is_delivered_after_it() throws Exception {
        refusals.set(1);
        PaymentIntent intent = sandbox.unconfirmed(164, "pm_card_visa");
        next();
        sandbox.close();
        sandbox = open();

        PaymentIntent told =
                (PaymentIntent) next().getDataObjectDeserializer().getObject().orElseThrow();

        assertThat(told.getId()).isEqualTo(intent.getId());
    }

    @Test
    void an_event_is_delivered_again_on_demand() throws Exception {
        sandbox.unconfirmed(164, "pm_card_visa");
        Event first = next();

        sandbox.control("POST", "/test/redeliver", Map.of("event", first.getId()));

        assertThat(next().getId()).isEqualTo(first.getId());
    }
}
