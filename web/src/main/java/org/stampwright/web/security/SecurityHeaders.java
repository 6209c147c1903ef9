package org.stampwright.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits what a browser may do with a response: never frame it, never send its URL to another site (a guest's link
 * contains the token), load nothing from other sites. A form may lead to the card company's page, because a browser
 * applies {@code form-action} to the redirect after a post as well. PrimeFaces, which knows the page's nonce, sends a
 * second policy for scripts; a browser enforces both. Style attributes are allowed because the components need them.
 * {@link Authentication} sets the headers first, so that every response has them, its own refusals included.
 */
@ApplicationScoped
class SecurityHeaders {

    private static final String PAGES = "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; media-src 'none'; frame-src 'none'; worker-src 'none'; object-src 'none'; "
            + "base-uri 'self'; frame-ancestors 'none'; form-action 'self' ";
    private static final String PROGRAMS = "default-src 'none'; frame-ancestors 'none'";

    private final String cardsPageOrigin;
    private final boolean encrypted;

    protected SecurityHeaders() {
        this("", "");
    }

    @Inject
    SecurityHeaders(
            @ConfigProperty(name = "stampwright.cards.page-origin") String cardsPageOrigin,
            @ConfigProperty(name = "stampwright.public-url") String publicUrl) {
        this.cardsPageOrigin = cardsPageOrigin;
        this.encrypted = publicUrl.startsWith("https:");
    }

    public void set(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy", Area.of(request).answersPages() ? PAGES + cardsPageOrigin : PROGRAMS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (encrypted) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!isForEverybody(Area.pathOf(request))) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    private static boolean isForEverybody(String path) {
        return path.startsWith("/jakarta.faces.resource/") || path.startsWith("/assets/");
    }
}
