package org.stampwright.authority.authentication;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.stampwright.authority.Settings;

/** Authenticates a desk of the post. */
@Provider
@DeskOnly
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class DeskAuthentication implements ContainerRequestFilter {

    @Inject
    private Settings settings;

    @Override
    public void filter(ContainerRequestContext context) {
        Secrets.require("Bearer " + settings.deskKey(), context.getHeaderString("Authorization"), "desk");
    }
}
