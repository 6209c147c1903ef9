package org.stampwright.authority.certificates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.stampwright.authority.Answer;
import org.stampwright.authority.Body;
import org.stampwright.authority.authentication.Caller;
import org.stampwright.authority.authentication.SignedByVendor;

/** The resource where a vendor requests and fetches its modules' certificates. */
@Path("/v1/certificate-requests/{id}")
@SignedByVendor
@ApplicationScoped
public class CertificateResource {

    @Inject
    private CertificateRegister certificates;

    @PUT
    public Response request(@Context SecurityContext who, @PathParam("id") String id, byte[] body) {
        UUID chosen = Body.uuid(id, "id");
        return answer(certificates.request(
                CertificateRequest.of(chosen, Caller.of(who).vendor(), Body.of(body))));
    }

    @GET
    public Response state(@Context SecurityContext who, @PathParam("id") String id) {
        return answer(certificates.state(Caller.of(who).vendor(), Body.uuid(id, "id")));
    }

    private static Response answer(CertificateRegister.State state) {
        return Answer.of(state.issued().isPresent() ? 200 : 202, RequestDocument.forVendor(state));
    }
}
