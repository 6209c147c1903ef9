package org.stampwright.cardsandbox.webhook;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.stampwright.cardsandbox.company.Company;
import org.stampwright.cardsandbox.journal.Books;

/**
 * Sends signed events to the merchant's endpoint on its own threads, so that no act waits for a merchant. An event that
 * the endpoint does not acknowledge with a 2xx is retried after a delay, up to five attempts in total, and once more
 * after a restart.
 */
public final class Webhooks implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Webhooks.class.getName());
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofMinutes(2));

    private final Company company;
    private final URI endpoint;
    private final WebhookSignature signature;
    private final ScheduledExecutorService senders = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "webhooks");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** Without an endpoint no events are sent; both parameters are null then. */
    public Webhooks(Company company, URI endpoint, WebhookSignature signature) {
        this.company = company;
        this.endpoint = endpoint;
        this.signature = signature;
    }

    /** Sends the undelivered events of the previous run, and every event from now on. */
    public void start() {
        company.tell(this::deliver);
        company.look(Books::undelivered).forEach(this::deliver);
    }

    public void deliver(JsonObject event) {
        if (endpoint != null) {
            schedule(event, 1, Duration.ZERO);
        }
    }

    private void schedule(JsonObject event, int attempt, Duration pause) {
        try {
            senders.schedule(() -> attemptOrSay(event, attempt), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.log(System.Logger.Level.DEBUG, "stopped before {0} was sent", event.getString("id"));
        }
    }

    private void attemptOrSay(JsonObject event, int attempt) {
        try {
            attempt(event, attempt);
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "the delivery of " + event.getString("id") + " broke", broken);
        }
    }

    private void attempt(JsonObject event, int attempt) {
        int status = send(event.toString());
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        boolean taken = status >= 200 && status < 300;
        boolean last = attempt > PAUSES.size();
        company.noteDelivery(event.getString("id"), attempt, status, taken || last);
        if (!taken && !last) {
            schedule(event, attempt + 1, PAUSES.get(attempt - 1));
        }
    }

    /** Returns the response's status; 0 if there was none. */
    private int send(String body) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .header(
                        "Stripe-Signature",
                        signature.header(body, company.clock().wallTime()))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            // Only the status matters. A merchant that stalls while sending the body must not hold one of the two
            // threads.
            answer.body().close();
            return answer.statusCode();
        } catch (IOException unreachable) {
            LOG.log(System.Logger.Level.INFO, "webhook not delivered: {0}", unreachable.toString());
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
