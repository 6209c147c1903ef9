package org.stampwright.cardsandbox;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.stampwright.cardsandbox.api.Api;
import org.stampwright.cardsandbox.api.Routes;
import org.stampwright.cardsandbox.checkout.CheckoutSessions;
import org.stampwright.cardsandbox.checkout.Expiry;
import org.stampwright.cardsandbox.company.Company;
import org.stampwright.cardsandbox.company.Events;
import org.stampwright.cardsandbox.company.Identifiers;
import org.stampwright.cardsandbox.company.Posting;
import org.stampwright.cardsandbox.company.SandboxClock;
import org.stampwright.cardsandbox.fault.Faults;
import org.stampwright.cardsandbox.fault.TestControls;
import org.stampwright.cardsandbox.http.Answer;
import org.stampwright.cardsandbox.http.ApiKey;
import org.stampwright.cardsandbox.http.Exchange;
import org.stampwright.cardsandbox.journal.Journal;
import org.stampwright.cardsandbox.page.HostedPages;
import org.stampwright.cardsandbox.payment.Authorisation;
import org.stampwright.cardsandbox.payment.PaymentIntents;
import org.stampwright.cardsandbox.payment.PaymentMethods;
import org.stampwright.cardsandbox.webhook.WebhookSignature;
import org.stampwright.cardsandbox.webhook.Webhooks;

/** The card company's stand-in as a program: reads its options, opens its journal and listens on loopback. */
public final class CardSandbox implements AutoCloseable {
    private static final int THREADS = 64;
    private static final int BACKLOG = 200;

    private final HttpServer server;
    private final HttpServer health;
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final ExecutorService healthPool = Executors.newSingleThreadExecutor();
    private final Journal journal;
    private final Webhooks webhooks;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
    private final String url;

    private CardSandbox(Options options, Company company) throws IOException {
        configureServers();
        journal = company.journal();
        server = listening(options.port());
        health = listening(options.healthPort());
        url = "http://127.0.0.1:" + server.getAddress().getPort();
        String publicUrl = options.publicUrl() == null ? url : options.publicUrl();
        webhooks = new Webhooks(
                company,
                options.webhookUrl(),
                options.webhookSecret() == null ? null : new WebhookSignature(options.webhookSecret()));
        serve(options, company, publicUrl);
    }

    /** Sets system properties that the JDK's HTTP server reads once per process. */
    private static void configureServers() {
        // Without this, a response in two packets waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // The time limits, in seconds, for receiving a request and for sending its response: each occupies a thread.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "60");
    }

    private static HttpServer listening(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    }

    private void serve(Options options, Company company, String publicUrl) {
        ApiKey apiKey = new ApiKey(options.secretKey());
        Faults faults = new Faults();
        Authorisation authorisation = new Authorisation(publicUrl);
        CheckoutSessions sessions = new CheckoutSessions(authorisation, publicUrl);
        Routes routes = new Routes(new PaymentIntents(authorisation), sessions);
        server.createContext("/v1", new Api(company, routes, apiKey, faults, options.apiVersion()));
        server.createContext("/test", new TestControls(company, apiKey, faults, webhooks));
        server.createContext("/", new HostedPages(company, sessions, faults, options.merchant()));
        server.setExecutor(pool);
        health.createContext(
                "/health",
                http -> HostedPages.health(
                        company, new Exchange(http, company.identifiers().next("req_"))));
        health.setExecutor(healthPool);
        webhooks.start();
        // Ends overdue holds and sessions even when no request arrives, because their webhooks are due all the same.
        ticker.scheduleWithFixedDelay(company::endOverdue, 1, 1, TimeUnit.SECONDS);
        server.start();
        health.start();
    }

    /** Reads the journal before it listens, so that every request is answered; on port 0 it takes a free port. */
    static CardSandbox start(Options options, Clock wall) throws IOException {
        Set<String> events = options.webhookUrl() == null ? Set.of() : options.webhookEvents();
        Journal journal = Journal.open(options.journal());
        try {
            Company company = new Company(
                    journal,
                    new SandboxClock(wall),
                    new Events(events, options.apiVersion()),
                    new Identifiers(),
                    Expiry::end);
            seedTestPaymentMethods(company);
            return new CardSandbox(options, company);
        } catch (IOException | RuntimeException unstartable) {
            journal.close();
            throw unstartable;
        }
    }

    private static void seedTestPaymentMethods(Company company) {
        company.act(new Posting.Act("test payment methods", null, null), null, posting -> {
            PaymentMethods.seed(posting);
            return Answer.ok(JsonValue.EMPTY_JSON_OBJECT);
        });
    }

    /** Returns the base address, for example {@code http://127.0.0.1:8099}. */
    public String url() {
        return url;
    }

    /** Returns the base address of the health endpoint. */
    String healthUrl() {
        return "http://127.0.0.1:" + health.getAddress().getPort() + "/health";
    }

    @Override
    public void close() throws IOException {
        ticker.shutdownNow();
        server.stop(0);
        health.stop(0);
        pool.shutdownNow();
        healthPool.shutdownNow();
        webhooks.close();
        journal.close();
    }

    /** Runs until the process is terminated. */
    public static void main(String[] args) {
        Options options;
        try {
            options = Options.read(args, System.getProperties(), System.getenv());
        } catch (IllegalArgumentException | IOException wrong) {
            System.err.println("card sandbox: " + wrong.getMessage());
            System.exit(1);
            return;
        }
        CardSandbox sandbox;
        try {
            sandbox = start(options, Clock.systemUTC());
        } catch (IOException unstartable) {
            System.err.println("card sandbox: cannot start on port " + options.port() + " with " + options.journal()
                    + ": " + unstartable.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                sandbox.close();
            } catch (IOException unclosed) {
                System.err.println("card sandbox: " + unclosed.getMessage());
            }
        }));
        System.out.println("card sandbox ready at " + sandbox.url());
    }
}
