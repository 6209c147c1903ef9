package org.stampwright.authority.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.stampwright.authority.Answer;
import org.stampwright.authority.Body;
import org.stampwright.authority.authentication.AdminOnly;
import org.stampwright.protocol.StrictJson;

/** The resource where the authority's administrator registers a vendor. */
@Path("/admin/vendors")
@AdminOnly
@ApplicationScoped
public class VendorAdmin {

    @Inject
    private Vendors vendors;

    @POST
    public Response register(byte[] body) {
        Vendors.Registered registered = vendors.register(Registration.of(Body.of(body)));
        JsonObject answer = StrictJson.PROVIDER
                .createObjectBuilder(LicenceDocument.of(registered.vendor()))
                .add("vendor", registered.vendor().number())
                .add("keyId", registered.keyId())
                .add("auditorKeyId", registered.auditorKeyId())
                .build();
        return Answer.of(201, answer);
    }
}
