package org.stampwright.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The page that a person asked for before the login: a path of this site, never another site's address. */
public final class LoginTarget {

    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/_-]*");

    private LoginTarget() {}

    /**
     * Returns the context path with the path of the {@code to} parameter, or with the default if that is not a path of
     * this site.
     */
    public static String of(HttpServletRequest request, String otherwise) {
        var wanted = request.getParameter("to");
        return request.getContextPath()
                + (wanted != null && PATH.matcher(wanted).matches() ? wanted : otherwise);
    }
}
