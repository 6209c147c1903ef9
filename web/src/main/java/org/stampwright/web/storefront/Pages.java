package org.stampwright.web.storefront;

import jakarta.servlet.http.HttpServletResponse;
import org.omnifaces.util.Faces;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What every page may have to say. */
final class Pages {

    private Pages() {
    }

    /** There is nothing here for whoever asks; the same for what is missing and for what is somebody else's. */
    static void missing() {
        try {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        } catch (IOException goneAway) {
            throw new UncheckedIOException(goneAway);
        }
    }
}
