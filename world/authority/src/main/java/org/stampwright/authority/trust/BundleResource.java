package org.stampwright.authority.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The public resource with the trust bundle; its entity tag is the bundle's number. */
@Path("/.well-known/stampwright/trust-bundle")
@ApplicationScoped
public class BundleResource {

    @Inject
    private Bundles bundles;

    @GET
    public Response bundle(@Context Request request) {
        Bundles.Published current = bundles.current();
        EntityTag tag = new EntityTag(Long.toString(current.number()));
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
        return notModified != null
                ? notModified.build()
                : Response.ok(current.bytes(), MediaType.APPLICATION_OCTET_STREAM)
                        .tag(tag)
                        .build();
    }
}
