package org.stampwright.web.printing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.postage.printing.Tickets;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.web.problem.Fields;
import org.stampwright.web.problem.JsonBody;
import org.stampwright.web.problem.Malformed;
import org.stampwright.web.problem.Problem;

/**
 * Receives the print helper's requests, which carry its ticket: the serial number of the sheet in the printer, and the
 * outcome of the run.
 */
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketResource {

    private static final String SCHEME = "Ticket ";
    private static final int LONGEST_BODY = 8 * 1024;

    @Inject
    private Tickets tickets;

    /** Returns the signed print job, for the right sheet and for one run only. */
    @POST
    @Path("redeem")
    public Response redeem(@HeaderParam("Authorization") String authorization, InputStream body) throws Malformed {
        var ticket = ticketIn(authorization);
        if (ticket.isEmpty()) {
            return noTicket();
        }
        var fields = new Fields(JsonBody.read(body, LONGEST_BODY)).only("serial", "run");
        return tickets.redeem(ticket.get(), fields.text("serial"), run(fields))
                .fold(job -> Response.ok(PrintJobs.of(job).toJson().toString()).build(), Problem::refused);
    }

    /** Records the outcome of the run. */
    @POST
    @Path("report")
    public Response report(@HeaderParam("Authorization") String authorization, InputStream body) throws Malformed {
        var ticket = ticketIn(authorization);
        if (ticket.isEmpty()) {
            return noTicket();
        }
        var fields = new Fields(JsonBody.read(body, LONGEST_BODY)).only("run", "outcome", "detail");
        return tickets.report(ticket.get(), run(fields), fields.text("outcome"), fields.textOrNull("detail"))
                .fold(order -> Response.noContent().build(), Problem::refused);
    }

    private static Optional<String> ticketIn(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(text -> !text.isEmpty());
    }

    private static Response noTicket() {
        return Response.fromResponse(Problem.of(
                                ProblemKind.UNAUTHENTICATED,
                                "A print ticket is needed, as Authorization: Ticket <ticket>.")
                        .response())
                .header("WWW-Authenticate", "Ticket")
                .build();
    }

    private static UUID run(Fields fields) throws Malformed {
        try {
            return UUID.fromString(fields.text("run"));
        } catch (IllegalArgumentException noId) {
            throw fields.wrong("run", "must be a UUID");
        }
    }
}
