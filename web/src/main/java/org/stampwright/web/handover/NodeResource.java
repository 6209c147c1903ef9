package org.stampwright.web.handover;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.stampwright.postage.franking.HandOverIntake;
import org.stampwright.postage.worker.OrderNotices;
import org.stampwright.protocol.StrictJson;
import org.stampwright.web.security.CurrentNode;

/**
 * Accepts requests of other instances. The authentication mechanism has checked the node token, which names the act and
 * the orders.
 */
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class NodeResource {

    @Inject
    private HandOverIntake intake;

    @Inject
    private OrderNotices notices;

    @Context
    private HttpServletRequest request;

    /** Queues orders that are claimed for this instance; the answer names those that it cannot frank now. */
    @POST
    @Path("frank")
    public Response frank() {
        JsonObjectBuilder refused = StrictJson.PROVIDER.createObjectBuilder();
        intake.take(CurrentNode.call(request).orders()).forEach((order, why) -> refused.add(order.toString(), why));
        return Response.ok(StrictJson.PROVIDER
                        .createObjectBuilder()
                        .add("refused", refused)
                        .build()
                        .toString())
                .build();
    }

    /** Lets the threads that advance these orders look at their rows. */
    @POST
    @Path("look")
    public Response look() {
        notices.arrived(CurrentNode.call(request).orders());
        return Response.noContent().build();
    }
}
