package org.stampwright.authority.authentication;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * The signer of a request.
 *
 * @param auditor whether it was the auditor's key, which may only read
 */
public record Caller(long vendor, String keyId, boolean auditor) implements Principal {

    /** Returns the authenticated caller. */
    public static Caller of(SecurityContext context) {
        return (Caller) context.getUserPrincipal();
    }

    @Override
    public String getName() {
        return keyId;
    }
}
