package org.stampwright.web.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.stampwright.vendor.order.OrderProgress;
import org.stampwright.vendor.payment.Webhooks;
import org.stampwright.vendor.refusal.Granted;
import org.stampwright.vendor.refusal.Refused;
import org.stampwright.web.problem.JsonBody;
import org.stampwright.web.problem.Malformed;
import org.stampwright.web.problem.Problem;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** A signed hint from the card company that an order may go on. It is thanked at once; the order goes on afterwards. */
@Path("cards")
@RequestScoped
public class CardsResource {

    private static final int LONGEST_EVENT = 256 * 1024;

    @Inject
    private Webhooks webhooks;
    @Inject
    private OrderProgress progress;
    @Resource
    private ManagedExecutorService executor;

    @POST
    public Response hear(@HeaderParam("Stripe-Signature") String signature, InputStream body) throws Malformed {
        var answer = webhooks.read(JsonBody.text(body, LONGEST_EVENT), signature);
        if (answer instanceof Granted<Optional<UUID>> granted) {
            granted.value().ifPresent(order -> executor.submit(() -> progress.advance(order)));
            return Response.noContent().build();
        }
        return Problem.of(((Refused<Optional<UUID>>) answer).refusal()).response();
    }
}
