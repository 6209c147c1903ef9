package org.stampwright.cardsandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The stand-in for the card company as a program: reads its options, opens its journal, serves on loopback. */
public final class CardSandbox implements AutoCloseable {
    private static final int THREADS = 64;

    private final HttpServer server;
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final Journal journal;
    private final Webhooks webhooks;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
    private final String url;

    private CardSandbox(Options options, Company company) throws IOException {
        // Without this each answer in two packets waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        journal = company.journal();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 200);
        url = "http://127.0.0.1:" + server.getAddress().getPort();
        String publicUrl = options.publicUrl() == null ? url : options.publicUrl();
        webhooks = new Webhooks(
                company,
                options.webhookUrl(),
                options.webhookSecret() == null ? null : new WebhookSignature(options.webhookSecret()));
        serve(options, company, publicUrl);
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
        webhooks.start();
        // Nobody may be looking when a hold or session ends, but its webhook is due all the same.
        ticker.scheduleWithFixedDelay(company::endOverdue, 1, 1, TimeUnit.SECONDS);
        server.start();
    }

    /** Reads the journal, then listens, so that whoever reaches it is answered; on port 0 it takes a free one. */
    static CardSandbox start(Options options, Clock wall) throws IOException {
        Set<String> events = options.webhookUrl() == null ? Set.of() : options.webhookEvents();
        Journal journal = Journal.open(options.journal());
        try {
            return new CardSandbox(
                    options,
                    new Company(
                            journal,
                            new SandboxClock(wall),
                            new Events(events, options.apiVersion()),
                            new Identifiers()));
        } catch (IOException | RuntimeException unstartable) {
            journal.close();
            throw unstartable;
        }
    }

    /** Where it listens, for example {@code http://127.0.0.1:8099}. */
    public String url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        ticker.shutdownNow();
        server.stop(0);
        pool.shutdownNow();
        webhooks.close();
        journal.close();
    }

    /** Runs until the process is ended. */
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
