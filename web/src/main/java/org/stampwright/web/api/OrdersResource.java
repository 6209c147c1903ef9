package org.stampwright.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.Orders;
import org.stampwright.postage.order.PlacingOrders;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.printing.IssuedTicket;
import org.stampwright.postage.printing.Tickets;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.workflow.OrderDrivers;
import org.stampwright.protocol.StrictJson;
import org.stampwright.web.problem.Malformed;
import org.stampwright.web.problem.Problem;
import org.stampwright.web.security.RequestCaller;

/** Places orders, shows them and cancels them. */
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OrdersResource {

    /** How long a POST waits for its order to settle before it answers 202; it answers within ten seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private static final String ID = "{id: [0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}";

    @Inject
    @ConfigProperty(name = "stampwright.public-url")
    private String publicUrl;

    @Inject
    private PlacingOrders placing;

    @Inject
    private OrderDrivers drivers;

    @Inject
    private Orders orders;

    @Inject
    private Tickets tickets;

    @Inject
    private RequestCaller asked;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response place(@HeaderParam("Idempotency-Key") String key, InputStream body) throws Malformed {
        var placement = PlacementReader.read(body, key, asked.address());
        try (OrderDrivers.Room room = drivers.reserve()) {
            return room == null
                    ? Problem.of(ProblemKind.OVERLOADED, "Too many orders at once. Nothing was ordered; try again.")
                            .response()
                    : placing.place(asked.caller(), placement)
                            .flatMap(placed -> advanced(room, placed.order()))
                            .fold(this::placed, Problem::refused);
        }
    }

    private Answer<OrderView> advanced(OrderDrivers.Room room, UUID order) {
        room.advance(order, PATIENCE);
        return orders.view(asked.caller(), order);
    }

    private Response placed(OrderView view) {
        if (view.state().isUndone()) {
            return undone(view);
        }
        var status = view.state().isSettled() ? Response.Status.CREATED : Response.Status.ACCEPTED;
        return Response.status(status)
                .location(locationOf(view.id()))
                .entity(OrderJson.of(view).toString())
                .build();
    }

    /** Returns the problem that ended the order, with the order's address in Location. */
    private Response undone(OrderView view) {
        var kind = view.reason();
        var detail = view.detail() == null ? "The order has ended; nothing was charged." : view.detail();
        var field = view.state() == OrderState.DECLINED ? "paymentMethod" : null;
        Map<String, Object> facts = new HashMap<>(
                Map.of("order", view.id().toString(), "state", view.state().text()));
        return Response.fromResponse(new Problem(kind, kind.status(), detail, field, facts).response())
                .location(locationOf(view.id()))
                .build();
    }

    @GET
    @Path(ID)
    public Response show(@PathParam("id") UUID id) {
        return shown(id);
    }

    @POST
    @Path(ID + "/cancel")
    public Response cancel(@PathParam("id") UUID id) {
        return orders.cancel(asked.caller(), id).fold(cancelled -> shown(id), Problem::refused);
    }

    private Response shown(UUID id) {
        return orders.view(asked.caller(), id)
                .fold(order -> Response.ok(OrderJson.of(order).toString()).build(), Problem::refused);
    }

    @POST
    @Path(ID + "/tickets")
    public Response issueTicket(@PathParam("id") UUID id) {
        return tickets.issue(asked.caller(), id).fold(OrdersResource::created, Problem::refused);
    }

    private static Response created(IssuedTicket ticket) {
        return Response.status(Response.Status.CREATED)
                .entity(StrictJson.PROVIDER
                        .createObjectBuilder()
                        .add("ticket", ticket.ticket().text())
                        .add("expiresAt", ticket.expiresAt().toString())
                        .build()
                        .toString())
                .build();
    }

    /** A relative address would be completed from the Host header, which the caller chooses. */
    private URI locationOf(UUID order) {
        return URI.create(publicUrl).resolve("/api/v1/orders/" + order);
    }
}
