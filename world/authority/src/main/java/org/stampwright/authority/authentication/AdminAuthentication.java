package org.stampwright.authority.authentication;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.stampwright.authority.Settings;

/** Authenticates the administrator. */
@Provider
@AdminOnly
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AdminAuthentication implements ContainerRequestFilter {

    @Inject
    private Settings settings;

    @Override
    public void filter(ContainerRequestContext context) {
        String login = "admin:" + settings.adminPassword();
        String expected = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        Secrets.require(expected, context.getHeaderString("Authorization"), "administrator");
    }
}
