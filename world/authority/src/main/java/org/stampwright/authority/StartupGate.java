package org.stampwright.authority;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Holds back every request until the authority is open. */
@Provider
@Priority(1)
@ApplicationScoped
public class StartupGate implements ContainerRequestFilter {

    @Inject
    private Startup opening;

    @Override
    public void filter(ContainerRequestContext context) {
        opening.ensure();
    }
}
