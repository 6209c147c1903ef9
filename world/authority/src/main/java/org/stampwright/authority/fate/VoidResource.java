package org.stampwright.authority.fate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.UUID;
import org.stampwright.authority.Answer;
import org.stampwright.authority.Body;
import org.stampwright.authority.ListPage;
import org.stampwright.authority.Problem;
import org.stampwright.authority.authentication.Caller;
import org.stampwright.authority.authentication.SignedByVendor;
import org.stampwright.protocol.StrictJson;

/** The resource where a vendor requests voids. */
@Path("/v1/voids")
@SignedByVendor
@ApplicationScoped
public class VoidResource {

    private static final long LAST_PSD = 99_999_999L;
    private static final long LAST_PIECE = 0xFFFF_FFFFL;
    private static final int LONGEST_REASON = 200;

    @Inject
    private Voids voids;

    @Inject
    private Clock clock;

    @PUT
    @Path("{id}")
    public Response decide(@Context SecurityContext who, @PathParam("id") String id, byte[] bytes) {
        UUID chosen = Body.uuid(id, "id");
        Body body = Body.of(bytes);
        VoidRequest asked = new VoidRequest(
                Caller.of(who).vendor(),
                chosen,
                body.number("psdSerial", 1, LAST_PSD),
                body.number("pieceCount", 1, LAST_PIECE),
                body.text("reason", LONGEST_REASON),
                null,
                0,
                clock.instant());
        return Answer.ok(voids.decide(asked).document());
    }

    @GET
    @Path("{id}")
    public Response find(@Context SecurityContext who, @PathParam("id") String id) {
        return Answer.ok(
                voids.find(Caller.of(who).vendor(), Body.uuid(id, "id")).document());
    }

    /** Lists all of the vendor's voids, or those of one PSD, in pages, oldest first. */
    @GET
    public Response list(
            @Context SecurityContext who,
            @QueryParam("psd") String psd,
            @QueryParam("since") String since,
            @QueryParam("after") String after) {
        if (psd != null && !psd.matches("[0-9]{1,8}")) {
            throw Problem.malformed("psd must be a PSD serial number.");
        }
        OptionalLong only = psd == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(psd));
        JsonArrayBuilder list = StrictJson.PROVIDER.createArrayBuilder();
        voids.of(Caller.of(who).vendor(), only, ListPage.of(since, after)).forEach(found -> list.add(found.document()));
        return Answer.ok(list.build());
    }
}
