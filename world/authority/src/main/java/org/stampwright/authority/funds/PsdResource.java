package org.stampwright.authority.funds;

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
import java.util.UUID;
import org.stampwright.authority.Answer;
import org.stampwright.authority.Body;
import org.stampwright.authority.ListPage;
import org.stampwright.authority.authentication.Caller;
import org.stampwright.authority.authentication.SignedByVendor;
import org.stampwright.protocol.StrictJson;

/** The resource where a vendor registers PSDs and downloads postage value into them. */
@Path("/v1/psds")
@SignedByVendor
@ApplicationScoped
public class PsdResource {

    private static final long MOST_MILLS = 0xFF_FFFF_FFFFL;
    private static final int LONGEST_NAME = 64;

    @Inject
    private PsdRegister psds;

    @Inject
    private Downloads downloads;

    @Inject
    private Clock clock;

    @PUT
    @Path("{request: [0-9a-f-]{36}}")
    public Response register(@Context SecurityContext who, @PathParam("request") String request, byte[] body) {
        String serverSystem = Body.of(body).text("serverSystem", LONGEST_NAME);
        Psd psd = psds.register(Caller.of(who).vendor(), Body.uuid(request, "requestId"), serverSystem);
        return Answer.ok(PsdDocument.registered(psd));
    }

    @GET
    public Response list(@Context SecurityContext who) {
        JsonArrayBuilder list = StrictJson.PROVIDER.createArrayBuilder();
        psds.of(Caller.of(who).vendor()).forEach(psd -> list.add(PsdDocument.of(psd)));
        return Answer.ok(list.build());
    }

    @PUT
    @Path("{serial: [0-9]{1,8}}/downloads/{id}")
    public Response download(
            @Context SecurityContext who, @PathParam("serial") long serial, @PathParam("id") String id, byte[] bytes) {
        UUID chosen = Body.uuid(id, "id");
        Body body = Body.of(bytes);
        Download asked = new Download(
                Caller.of(who).vendor(),
                chosen,
                serial,
                body.number("amount", 1, MOST_MILLS),
                body.number("controlTotal", 0, MOST_MILLS),
                null,
                clock.instant());
        return Answer.ok(downloads.decide(asked).document());
    }

    @GET
    @Path("{serial: [0-9]{1,8}}/downloads/{id}")
    public Response download(
            @Context SecurityContext who, @PathParam("serial") long serial, @PathParam("id") String id) {
        return Answer.ok(downloads
                .find(Caller.of(who).vendor(), serial, Body.uuid(id, "id"))
                .document());
    }

    /** Lists the PSD's downloads in pages, oldest first. */
    @GET
    @Path("{serial: [0-9]{1,8}}/downloads")
    public Response downloads(
            @Context SecurityContext who,
            @PathParam("serial") long serial,
            @QueryParam("since") String since,
            @QueryParam("after") String after) {
        JsonArrayBuilder list = StrictJson.PROVIDER.createArrayBuilder();
        downloads
                .of(Caller.of(who).vendor(), serial, ListPage.of(since, after))
                .forEach(found -> list.add(found.document()));
        return Answer.ok(list.build());
    }
}
