package org.stampwright.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The parts of the site, by who may enter; the first one that a path belongs to counts. */
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

    /** Upper and lower case are one here: no other spelling of a path opens what its usual spelling keeps shut. */
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
     * The path inside this application as the container resolved and decoded it. What a container or a file system may
     * read as the same path is the same here: backslashes, repeated slashes, {@code ;parameters} of a step.
     */
    static String pathOf(HttpServletRequest request) {
        var inServlet = request.getPathInfo();
        return (request.getServletPath() + (inServlet == null ? "" : inServlet))
                .replace('\\', '/')
                .replaceAll(";[^/]*", "")
                .replaceAll("/{2,}", "/");
    }

    /** Whether there are pages for people here, not answers for programs. */
    boolean answersPages() {
        return this == OPERATOR_LOGIN || this == OPERATOR || this == ACCOUNT || this == PUBLIC;
    }

    private boolean holds(String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/") || path.equals(prefix + ".xhtml");
    }
}
