package org.stampwright.authority.authentication;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The security context of a request whose signer is known. */
record VendorContext(Caller caller) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
        return role.equals(caller.auditor() ? "auditor" : "vendor");
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Stampwright-Signature";
    }
}
