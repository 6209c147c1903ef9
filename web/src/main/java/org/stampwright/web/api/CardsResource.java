package org.stampwright.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.stampwright.web.problem.JsonBody;
import org.stampwright.web.problem.Malformed;
import org.stampwright.web.problem.Problem;

/**
 * Receives the card company's signed hints that an order may continue. It responds at once; the order continues
 * afterwards.
 */
@Path("cards")
@RequestScoped
public class CardsResource {

    private static final int LONGEST_EVENT = 256 * 1024;

    @Inject
    private CardHints hints;

    @POST
    public Response hear(@HeaderParam("Stripe-Signature") String signature, InputStream body) throws Malformed {
        return hints.take(JsonBody.text(body, LONGEST_EVENT), signature)
                .map(refusal -> Problem.of(refusal).response())
                .orElseGet(() -> Response.noContent().build());
    }
}
