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
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.stampwright.postage.batch.Batches;
import org.stampwright.postage.batch.OrdersUnderway;
import org.stampwright.postage.database.DatabaseFault;
import org.stampwright.postage.server.Candidate;
import org.stampwright.postage.server.NodeAct;
import org.stampwright.postage.server.NodeClient;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.protocol.ProblemDocument;
import org.stampwright.protocol.StrictJson;

/**
 * Hands claimed orders over to server systems, over HTTP or, if that is this instance, directly. Orders for the same
 * server system share a request.
 */
@ApplicationScoped
public class HandOverClient {

    private static final Logger LOG = System.getLogger(HandOverClient.class.getName());
    private static final int UNAVAILABLE = 503;
    /** The problem kind of an overloaded server system; after any other 503 it cannot continue the order. */
    private static final String BUSY = "overloaded";

    private final ConcurrentMap<Candidate, Batches<UUID, HandOverOffer>> requests = new ConcurrentHashMap<>();

    @Inject
    HandOverIntake here;

    @Inject
    NodeClient client;

    @Inject
    ThisInstance instance;

    @Inject
    OrdersUnderway underway;

    HandOverOffer offer(Candidate to, UUID order) {
        return requests.computeIfAbsent(
                        to, any -> new Batches<>(NodeClient.MOST_ORDERS, underway, orders -> offers(to, orders)))
                .submit(order);
    }

    private List<HandOverOffer> offers(Candidate to, List<UUID> orders) {
        return instance.isRegistered() && to.id() == instance.id() ? offersHere(orders) : offersThere(to, orders);
    }

    private List<HandOverOffer> offersHere(List<UUID> orders) {
        try {
            var refused = here.take(orders);
            return orders.stream().map(order -> offer(refused.get(order))).toList();
        } catch (DatabaseFault | EJBException fault) {
            LOG.log(Level.WARNING, orders.size() + " orders will be queued later", fault);
            return all(orders, new HandOverOffer.NoAnswer("this instance: " + fault.getMessage()));
        }
    }

    private List<HandOverOffer> offersThere(Candidate to, List<UUID> orders) {
        try {
            HttpResponse<byte[]> response = client.send(to, NodeAct.FRANK, new HashSet<>(orders));
            return read(to.name(), response.statusCode(), response.body(), orders);
        } catch (IllegalArgumentException unusable) {
            return all(
                    orders,
                    new HandOverOffer.Refused(to.name() + " has an unusable address: " + unusable.getMessage()));
        } catch (ConnectException | HttpConnectTimeoutException notThere) {
            return all(orders, new HandOverOffer.Refused(to.name() + " is not reachable: " + notThere.getMessage()));
        } catch (IOException noAnswer) {
            return all(orders, new HandOverOffer.NoAnswer(to.name() + ": " + noAnswer.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return all(orders, new HandOverOffer.NoAnswer("this instance is stopping"));
        }
    }

    static List<HandOverOffer> read(String name, int status, byte[] body, List<UUID> orders) {
        if (status == UNAVAILABLE && ProblemDocument.read(status, body).kind().equals(BUSY)) {
            return all(orders, new HandOverOffer.NoAnswer(name + " is overloaded"));
        }
        if (status != 200) {
            return all(orders, new HandOverOffer.Refused(name + " answered HTTP " + status));
        }
        try {
            JsonObject refused = StrictJson.object(body).getJsonObject("refused");
            return orders.stream()
                    .map(order -> offer(refused.getString(order.toString(), null)))
                    .toList();
        } catch (JsonException | NullPointerException | ClassCastException | IllegalArgumentException unreadable) {
            return all(
                    orders,
                    new HandOverOffer.NoAnswer(name + " sent an unexpected answer: " + unreadable.getMessage()));
        }
    }

    private static HandOverOffer offer(String refusal) {
        return refusal == null ? new HandOverOffer.Taken() : new HandOverOffer.Refused(refusal);
    }

    private static List<HandOverOffer> all(List<UUID> orders, HandOverOffer answer) {
        return Collections.nCopies(orders.size(), answer);
    }
}
