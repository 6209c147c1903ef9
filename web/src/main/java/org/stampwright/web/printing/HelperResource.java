package org.stampwright.web.printing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.postage.printing.IssuedTicket;
import org.stampwright.postage.printing.Tickets;
import org.stampwright.web.problem.Problem;
import org.stampwright.web.security.OrderKeys;

/** Serves the file that starts the print helper for one order; {@link HelperJar} serves the helper itself. */
@Path("")
@RequestScoped
public class HelperResource {

    @Inject
    private Tickets tickets;

    @Inject
    private OrderKeys keys;

    @Inject
    @ConfigProperty(name = "stampwright.public-url")
    private String publicUrl;

    /** Returns a new ticket in a JNLP file. It is a POST, so that no URL and no history contains a ticket. */
    @POST
    @Path("orders/{id}/jnlp")
    public Response start(@PathParam("id") UUID order) {
        return tickets.issue(keys.callerFor(order), order).fold(issued -> document(order, issued), Problem::refused);
    }

    private Response document(UUID order, IssuedTicket ticket) {
        return Response.ok(Jnlp.document(publicUrl, order, ticket.ticket()), Jnlp.MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"print-stamps.jnlp\"")
                .build();
    }
}
