package org.stampwright.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.stampwright.postage.order.Orders;
import org.stampwright.web.printing.SpecimenPicture;
import org.stampwright.web.security.RequestCaller;

/** Serves pictures of an order's stamps as specimens. */
@Path("orders/{id}/specimens/{number: [0-9]{1,4}}.png")
@RequestScoped
public class SpecimensResource {

    @Inject
    private Orders orders;

    @Inject
    private SpecimenPicture pictures;

    @Inject
    private RequestCaller asked;

    @GET
    public Response picture(@PathParam("id") UUID id, @PathParam("number") int number) {
        return pictures.answer(orders.view(asked.caller(), id), number);
    }
}
