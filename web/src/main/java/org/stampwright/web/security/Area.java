package org.stampwright.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The parts of the site, by required login. A path belongs to the first one that matches. */
enum Area {
    API("/api"),
    NODES("/internal"),
    OPERATOR_API("/operator/api"),
    OPERATOR_LOGIN("/operator/login"),
    OPERATOR("/operator"),
    ACCOUNT("/account"),
    PRINTING("/print"),
    WEBHOOKS("/webhooks"),
    PUBLIC("");

    private final String prefix;

    Area(String prefix) {
        this.prefix = prefix;
    }

    /** Paths are compared without regard to case, so that no other spelling of a path circumvents its check. */
    static Area of(HttpServletRequest request) {
        var path = pathOf(request).toLowerCase(Locale.ROOT);
        for (Area area : values()) {
            if (area.holds(path)) {
                return area;
            }
        }
        return PUBLIC;
    }

    /**
     * Returns the path inside this application, as the container resolved and decoded it. Forms that a container or a
     * file system may treat as the same path are normalised: backslashes, repeated slashes, {@code ;parameters} of a
     * segment.
     */
    static String pathOf(HttpServletRequest request) {
        var inServlet = request.getPathInfo();
        return (request.getServletPath() + (inServlet == null ? "" : inServlet))
                .replace('\\', '/')
                .replaceAll(";[^/]*", "")
                .replaceAll("/{2,}", "/");
    }

    /** Returns whether this area has pages for people rather than responses for programs. */
    boolean answersPages() {
        return this == OPERATOR_LOGIN || this == OPERATOR || this == ACCOUNT || this == PUBLIC;
    }

    private boolean holds(String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/") || path.equals(prefix + ".xhtml");
    }
}
