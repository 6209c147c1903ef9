package org.stampwright.web.handover;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.stampwright.postage.franking.FrankingOutcome;
import org.stampwright.postage.franking.HandOverIntake;
import org.stampwright.postage.franking.NoSuchOrder;
import org.stampwright.postage.franking.NotProcessing;
import org.stampwright.postage.franking.TooBusy;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.protocol.StrictJson;
import org.stampwright.web.problem.Problem;

/** Accepts an order that another instance hands over; the authentication mechanism has checked its node token. */
@Path("orders/{id}/frank")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class FrankResource {

    @Inject
    private HandOverIntake intake;

    @POST
    public Response frank(@PathParam("id") UUID order) {
        try {
            return Response.ok(json(intake.frank(order)).toString()).build();
        } catch (TooBusy busy) {
            return Problem.of(ProblemKind.OVERLOADED, busy.getMessage()).response();
        } catch (NotProcessing cannot) {
            return Problem.of(ProblemKind.UNAVAILABLE, cannot.getMessage()).response();
        } catch (NoSuchOrder unknown) {
            return Problem.of(ProblemKind.NOT_FOUND, "There is no such order.").response();
        }
    }

    private static JsonObject json(FrankingOutcome outcome) {
        var json = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("state", outcome.state().text())
                .add("attempt", outcome.attempt());
        if (outcome.reason() != null) {
            json.add("reason", outcome.reason().slug());
        }
        if (outcome.detail() != null) {
            json.add("detail", outcome.detail());
        }
        return json.build();
    }
}
