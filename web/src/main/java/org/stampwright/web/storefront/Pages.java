package org.stampwright.web.storefront;

import jakarta.servlet.http.HttpServletResponse;
import org.omnifaces.util.Faces;

/** What every page may have to say. */
final class Pages {

    private Pages() {
    }

    /** There is nothing here for whoever asks; the same for what is missing and for what is somebody else's. */
    static void missing() {
        Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
    }
}
