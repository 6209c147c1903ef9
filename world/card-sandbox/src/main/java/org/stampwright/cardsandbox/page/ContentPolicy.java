package org.stampwright.cardsandbox.page;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

/**
 * The content security policy of the hosted pages. Browsers apply {@code form-action} to a form's redirects too, so the
 * policy lists the origins to which a payer is sent back.
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

    /** Returns scheme and authority by text search: a success address with Stripe's placeholder is not a valid URI. */
    private static String origin(String url) {
        URI uri = URI.create(url.replace("{CHECKOUT_SESSION_ID}", "id"));
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
