package org.stampwright.authority.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.stampwright.authority.Answer;
import org.stampwright.authority.authentication.Caller;
import org.stampwright.authority.authentication.SignedByVendor;
import org.stampwright.protocol.StrictJson;

/**
 * The heads of a vendor's PSDs in pages, by serial number: the newest recorded entry and the granted funds. A vendor
 * uses them to detect that its database is older than this authority's records.
 */
@Path("/v1/heads")
@SignedByVendor
@ApplicationScoped
public class HeadResource {

    private static final int PAGE = 500;

    @Inject
    private PsdRegister psds;

    /** @param after the last serial number of the previous page, or 0 */
    @GET
    public Response page(@Context SecurityContext who, @QueryParam("after") @DefaultValue("0") long after) {
        List<Psd> page = psds.after(Caller.of(who).vendor(), after, PAGE + 1);
        JsonArrayBuilder heads = StrictJson.PROVIDER.createArrayBuilder();
        page.stream().limit(PAGE).forEach(psd -> heads.add(head(psd)));
        return Answer.ok(StrictJson.PROVIDER
                .createObjectBuilder()
                .add("heads", heads)
                .add("more", page.size() > PAGE)
                .build());
    }

    private static JsonObject head(Psd psd) {
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add("psdSerial", psd.serial())
                .add("head", PsdDocument.head(psd))
                .add("granted", psd.granted())
                .build();
    }
}
