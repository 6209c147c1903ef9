package org.stampwright.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Where somebody wanted to go before they had to log in: a path of this site, never another site's address. */
public final class WayBack {

    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/_-]*");

    private WayBack() {}

    /** The context path with the path of the {@code to} parameter, or with this one if there is none of ours. */
    public static String of(HttpServletRequest request, String otherwise) {
        var wanted = request.getParameter("to");
        return request.getContextPath()
                + (wanted != null && PATH.matcher(wanted).matches() ? wanted : otherwise);
    }
}
