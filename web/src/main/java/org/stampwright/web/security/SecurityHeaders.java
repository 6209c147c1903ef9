package org.stampwright.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.io.IOException;

/**
 * What a browser may do with an answer: never frame it, never tell its address to anybody (a guest's link carries the
 * token), load nothing from elsewhere. A form may lead to the card company's page, because a browser applies
 * {@code form-action} to the redirect after a post as well. Which scripts may run is said in a second policy by
 * PrimeFaces, which knows the page's nonce; a browser obeys both. Styles may stand in attributes: the components need it.
 */
@WebFilter(filterName = "securityHeaders", urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String PAGES = "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; media-src 'none'; frame-src 'none'; worker-src 'none'; object-src 'none'; "
            + "base-uri 'self'; frame-ancestors 'none'; form-action 'self' ";

    @Inject
    @ConfigProperty(name = "stampwright.cards.page-origin")
    private transient String cardsPageOrigin;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", Area.of(request).answersPages()
                ? PAGES + cardsPageOrigin : "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (!Area.pathOf(request).startsWith("/jakarta.faces.resource/") && !Area.pathOf(request).startsWith("/assets/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}
