package org.stampwright.authority.authentication;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.stampwright.authority.Problem;
import org.stampwright.protocol.AuthorityRequest;

/** Authenticates a vendor's request before any other code handles it; guard clauses in the order of their cost. */
@Provider
@SignedByVendor
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class VendorAuthentication implements ContainerRequestFilter {

    /** The largest difference, either way, between the time in a request and ours. */
    static final Duration WINDOW = Duration.ofMinutes(5);
    /** The property under which the response's signer finds the request. */
    static final String REQUEST = VendorAuthentication.class.getName() + ".request";

    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    @Inject
    private KnownKeys keys;

    @Inject
    private SeenRequests seen;

    @Inject
    private Clock clock;

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        byte[] body = context.getEntityStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw Problem.of(413, "too-large", "A body has at most " + LARGEST_BODY + " bytes.");
        }
        context.setEntityStream(new ByteArrayInputStream(body));
        AuthorityRequest request = received(context, body);
        context.setProperty(REQUEST, request);
        Caller caller = admit(request, context::getHeaderString);
        context.setSecurityContext(new VendorContext(caller));
    }

    private Caller admit(AuthorityRequest request, Function<String, String> header) {
        KnownKeys.Known key = keys.find(request.keyId())
                .orElseThrow(() -> refused("unknown-key", "The key " + request.keyId() + " is not known here."));
        if (Duration.between(request.time(), clock.instant()).abs().compareTo(WINDOW) > 0) {
            throw refused("stale-request", "The request's time is more than five minutes from ours.");
        }
        if (!request.isSignedBy(key.publicKey(), header)) {
            throw refused("bad-signature", "The signature of the request is not valid for that key.");
        }
        if (key.caller().auditor() && !request.method().equals("GET")) {
            throw Problem.of(403, "auditor-reads-only", "The auditor's key may only read.");
        }
        if (!seen.isFresh(request)) {
            throw refused("nonce-used", "The nonce was already used for another request.");
        }
        return key.caller();
    }

    private static AuthorityRequest received(ContainerRequestContext context, byte[] body) {
        try {
            return AuthorityRequest.received(
                    context.getMethod(), pathOf(context.getUriInfo().getRequestUri()), body, context::getHeaderString);
        } catch (IllegalArgumentException notSigned) {
            throw refused("unsigned", "The request is not signed: " + notSigned.getMessage() + ".");
        }
    }

    private static String pathOf(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static Problem refused(String kind, String detail) {
        return Problem.of(401, kind, detail);
    }
}
