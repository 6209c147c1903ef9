package org.stampwright.postage.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.stampwright.protocol.BoundedHttp;

/** Sends requests to other instances: one request carries many orders and one token. */
@ApplicationScoped
public class NodeClient {

    /** The most orders of one request, so that its token fits into a header of 4 KB. */
    public static final int MOST_ORDERS = 50;

    private static final Duration TO_CONNECT = Duration.ofSeconds(1);
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 64 << 10;

    private final BoundedHttp http = new BoundedHttp(TO_CONNECT, TO_ANSWER, MOST_BYTES);

    @Inject
    NodeTokens tokens;

    /**
     * Sends one request.
     *
     * @throws IOException if the instance does not answer in time
     * @throws IllegalArgumentException if its address is unusable
     */
    public HttpResponse<byte[]> send(Candidate to, NodeAct act, Set<UUID> orders)
            throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(to.address() + act.path()))
                .header("Authorization", "Node " + tokens.forReceiver(to.name(), act, orders))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }
}
