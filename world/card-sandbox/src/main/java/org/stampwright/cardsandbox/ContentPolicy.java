package org.stampwright.cardsandbox;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

/**
 * The content security policy of the hosted pages. Browsers hold a form's redirects to {@code form-action} too, so the
 * origins that a payer is sent back to are named.
 */
final class ContentPolicy {
    private ContentPolicy() {}

    static String allowing(String... destinations) {
        Set<String> origins = new TreeSet<>();
        for (String destination : destinations) {
            if (destination != null) {
                origins.add(origin(destination));
            }
        }
        return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self' "
                + String.join(" ", origins) + "; frame-ancestors 'none'; base-uri 'none'";
    }

    /** Scheme and authority; the placeholder that a success address may hold makes it no URI as it stands. */
    private static String origin(String url) {
        URI uri = URI.create(url.replace("{CHECKOUT_SESSION_ID}", "id"));
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
