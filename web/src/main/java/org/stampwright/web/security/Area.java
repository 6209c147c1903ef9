package org.stampwright.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** The parts of the site, by who may enter; the first one that a path belongs to counts. */
enum Area {

    API("/api"), NODES("/internal"), OPERATOR_API("/operator/api"), OPERATOR_LOGIN("/operator/login"),
    OPERATOR("/operator"), ACCOUNT("/account"), PRINTING("/print"), WEBHOOKS("/webhooks"), PUBLIC("");

    private final String prefix;

    Area(String prefix) {
        this.prefix = prefix;
    }

    static Area of(HttpServletRequest request) {
        var path = pathOf(request);
        for (Area area : values()) {
            if (area.holds(path)) {
                return area;
            }
        }
        return PUBLIC;
    }

    /** The path inside this application as the container resolved it, repeated slashes as one. */
    static String pathOf(HttpServletRequest request) {
        var inServlet = request.getPathInfo();
        return (request.getServletPath() + (inServlet == null ? "" : inServlet)).replaceAll("/{2,}", "/");
    }

    /** Whether there are pages for people here, not answers for programs. */
    boolean answersPages() {
        return this == OPERATOR_LOGIN || this == OPERATOR || this == ACCOUNT || this == PUBLIC;
    }

    private boolean holds(String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/") || path.equals(prefix + ".xhtml");
    }
}
