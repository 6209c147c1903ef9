package org.stampwright.web.storefront;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.omnifaces.util.Faces;

/** What every page may have to ask or to say. */
public final class Pages {

    private Pages() {}

    /** The order that the {@code order} parameter names; empty if there is none or it is no id. */
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

    /** There is nothing here for whoever asks; the same for what is missing and for what is somebody else's. */
    static void missing() {
        Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
    }
}
