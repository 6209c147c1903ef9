package org.stampwright.authority.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.stampwright.authority.Answer;
import org.stampwright.authority.Database;
import org.stampwright.authority.authentication.Caller;
import org.stampwright.authority.authentication.SignedByVendor;
import org.stampwright.protocol.StrictJson;

/** The resource with the vendor's own licence and the balance of its funds account. */
@Path("/v1/licence")
@SignedByVendor
@ApplicationScoped
public class LicenceResource {

    @Inject
    private Vendors vendors;

    @Inject
    private Database database;

    @GET
    public Response licence(@Context SecurityContext who) {
        long vendor = Caller.of(who).vendor();
        JsonObject answer = database.inTransaction(tx -> StrictJson.PROVIDER
                .createObjectBuilder(LicenceDocument.of(vendors.find(tx, vendor)))
                .add("balance", tx.number("select balance from account where vendor = ?", vendor))
                .build());
        return Answer.ok(answer);
    }
}
