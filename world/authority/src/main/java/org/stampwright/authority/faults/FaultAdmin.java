package org.stampwright.authority.faults;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.stampwright.authority.Answer;
import org.stampwright.authority.Body;
import org.stampwright.authority.Problem;
import org.stampwright.authority.Settings;
import org.stampwright.authority.authentication.AdminOnly;

/** The resource where tests inject faults, if the authority's settings allow it. */
@Path("/admin/faults")
@AdminOnly
@ApplicationScoped
public class FaultAdmin {

    @Inject
    private Settings settings;

    @Inject
    private Faults faults;

    @POST
    public Response order(byte[] body) {
        requireTestControls();
        faults.order(Fault.of(Body.of(body)));
        return Answer.of(201, JsonObject.EMPTY_JSON_OBJECT);
    }

    @DELETE
    public Response forget() {
        requireTestControls();
        faults.forget();
        return Answer.ok(JsonObject.EMPTY_JSON_OBJECT);
    }

    private void requireTestControls() {
        if (!settings.testControls()) {
            throw Problem.notFound("Fault injection is disabled at this authority.");
        }
    }
}
