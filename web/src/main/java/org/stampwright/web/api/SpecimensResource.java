package org.stampwright.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.stampwright.vendor.order.OrderView;
import org.stampwright.vendor.order.Orders;
import org.stampwright.vendor.refusal.Granted;
import org.stampwright.vendor.refusal.Refused;
import org.stampwright.web.printing.SpecimenPicture;
import org.stampwright.web.problem.Problem;

import java.util.UUID;

/** Pictures of an order's stamps: specimens. */
@Path("orders/{id}/specimens/{number: [0-9]{1,4}}.png")
@RequestScoped
public class SpecimensResource {

    @Inject
    private Orders orders;
    @Inject
    private SpecimenPicture pictures;
    @Inject
    private Asked asked;

    @GET
    public Response picture(@PathParam("id") UUID id, @PathParam("number") int number) {
        var answer = orders.view(asked.caller(), id);
        if (answer instanceof Refused<OrderView> refused) {
            return Problem.of(refused.refusal()).response();
        }
        return pictures.png(((Granted<OrderView>) answer).value(), number)
                .map(png -> Response.ok(png, "image/png").build())
                .orElseGet(() -> Problem.of("not-found", "This order has no such stamp.").response());
    }
}
