package org.stampwright.web.storefront;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.omnifaces.util.Faces;

/** Request parameters and responses that all pages use. */
public final class Pages {

    private Pages() {}

    /** Returns the order in the {@code order} parameter; empty if there is none or it is not an id. */
    public static Optional<UUID> order() {
        return idIn(Faces.getRequestParameter("order"));
    }

    static Optional<UUID> idIn(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Answers not found: the same for an order that does not exist and for another person's. */
    static void missing() {
        Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
    }
}
