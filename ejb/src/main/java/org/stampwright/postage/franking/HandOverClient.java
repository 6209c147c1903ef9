package org.stampwright.postage.franking;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.stampwright.postage.database.DatabaseFault;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.server.Candidate;
import org.stampwright.postage.server.NodeTokens;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.protocol.BoundedHttp;
import org.stampwright.protocol.ProblemDocument;
import org.stampwright.protocol.StrictJson;

/**
 * Hands one order over to one server system, over HTTP or, if that is this instance, directly. At most 64 at a time.
 */
@ApplicationScoped
public class HandOverClient {

    private static final Logger LOG = System.getLogger(HandOverClient.class.getName());
    private static final Duration TO_CONNECT = Duration.ofSeconds(1);
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 64 << 10;
    private static final int AT_ONCE = 64;
    private static final int UNAVAILABLE = 503;
    /** The problem kind of an overloaded server system; after any other 503 it cannot continue the order. */
    private static final String BUSY = "overloaded";

    private final Semaphore permits = new Semaphore(AT_ONCE);
    private final BoundedHttp http = new BoundedHttp(TO_CONNECT, TO_ANSWER, MOST_BYTES);

    @Inject
    HandOverIntake here;

    @Inject
    NodeTokens tokens;

    @Inject
    ThisInstance instance;

    HandOverOffer offer(Candidate to, UUID order) {
        if (!permits.tryAcquire()) {
            return new HandOverOffer.NotMade("this instance has its maximum of hand-overs in flight");
        }
        try {
            return instance.isRegistered() && to.id() == instance.id() ? offerHere(order) : offerThere(to, order);
        } finally {
            permits.release();
        }
    }

    private HandOverOffer offerHere(UUID order) {
        try {
            return new HandOverOffer.Taken(here.frank(order));
        } catch (TooBusy busy) {
            return new HandOverOffer.Busy(busy.getMessage());
        } catch (NotProcessing cannot) {
            return new HandOverOffer.Refused(cannot.getMessage());
        } catch (DatabaseFault | EJBException fault) {
            LOG.log(Level.WARNING, "Order " + order + " cannot continue here now", fault);
            return new HandOverOffer.Refused("this instance: " + fault.getMessage());
        }
    }

    private HandOverOffer offerThere(Candidate to, UUID order) {
        try {
            HttpResponse<byte[]> response = http.send(request(to, order));
            return read(to.name(), response.statusCode(), response.body());
        } catch (IllegalArgumentException unusable) {
            return new HandOverOffer.Refused(to.name() + " has an unusable address: " + unusable.getMessage());
        } catch (ConnectException | HttpConnectTimeoutException notThere) {
            return new HandOverOffer.Refused(to.name() + " is not reachable: " + notThere.getMessage());
        } catch (IOException noAnswer) {
            return new HandOverOffer.NoAnswer(to.name() + ": " + noAnswer.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new HandOverOffer.NoAnswer("this instance is stopping");
        }
    }

    private HttpRequest request(Candidate to, UUID order) {
        return HttpRequest.newBuilder(URI.create(to.address() + "/internal/orders/" + order + "/frank"))
                .header("Authorization", "Node " + tokens.forReceiver(to.name(), order))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    static HandOverOffer read(String name, int status, byte[] body) {
        if (status == UNAVAILABLE && ProblemDocument.read(status, body).kind().equals(BUSY)) {
            return new HandOverOffer.Busy(name + " is overloaded");
        }
        if (status != 200) {
            return new HandOverOffer.Refused(name + " answered HTTP " + status);
        }
        try {
            JsonObject outcome = StrictJson.object(body);
            return new HandOverOffer.Taken(new FrankingOutcome(
                    OrderState.of(outcome.getString("state")),
                    outcome.getInt("attempt", 0),
                    ProblemKind.of(outcome.getString("reason", null)),
                    outcome.getString("detail", null)));
        } catch (JsonException | NullPointerException | ClassCastException | IllegalArgumentException unreadable) {
            return new HandOverOffer.NoAnswer(name + " sent an unexpected answer: " + unreadable.getMessage());
        }
    }
}
