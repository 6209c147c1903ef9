package org.stampwright.web.printing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.nio.file.Files;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.postage.printing.IssuedTicket;
import org.stampwright.postage.printing.Tickets;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.web.problem.Problem;
import org.stampwright.web.security.OrderKeys;

/** The print helper: the file that starts it for one order, and the signed jar. */
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

    @Inject
    @ConfigProperty(name = "stampwright.helper-jar")
    private String helperJar;

    /** A new ticket in a JNLP file. A POST, so that no address and no history ever holds a ticket. */
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

    @GET
    @Path("print-helper.jar")
    @Produces("application/java-archive")
    public Response jar() {
        var jar = java.nio.file.Path.of(helperJar);
        if (!Files.isReadable(jar)) {
            return Problem.of(ProblemKind.NOT_FOUND, "There is no print helper on this system; use the PDF.")
                    .response();
        }
        return Response.ok(jar.toFile()).build();
    }
}
