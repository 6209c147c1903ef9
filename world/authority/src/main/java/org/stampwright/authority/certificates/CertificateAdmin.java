package org.stampwright.authority.certificates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.stampwright.authority.Answer;
import org.stampwright.authority.Body;
import org.stampwright.authority.Problem;
import org.stampwright.authority.authentication.AdminOnly;
import org.stampwright.protocol.StrictJson;

/** The resource where the administrator lists and approves certificate requests. */
@Path("/admin/certificate-requests")
@AdminOnly
@ApplicationScoped
public class CertificateAdmin {

    @Inject
    private CertificateRegister certificates;

    @GET
    public Response list(@QueryParam("state") String state) {
        if (state != null && !state.equals("pending")) {
            throw Problem.malformed("state must be pending or absent.");
        }
        JsonArrayBuilder list = StrictJson.PROVIDER.createArrayBuilder();
        certificates.all(state != null).forEach(found -> list.add(RequestDocument.forAdmin(found)));
        return Answer.ok(list.build());
    }

    @POST
    @Path("{id}/approve")
    public Response approve(@PathParam("id") String id) {
        return Answer.ok(RequestDocument.forAdmin(certificates.approve(Body.uuid(id, "id"))));
    }
}
