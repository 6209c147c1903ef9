package org.stampwright.web.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.web.problem.Problem;
import org.stampwright.web.problem.ProblemAnswer;

/**
 * Bounds how long, and how many, request threads wait for bodies. The container reads a form here, before any code
 * reads its fields; every other body is timed while it is read.
 */
@WebFilter(filterName = "slowBodies", urlPatterns = "/*", asyncSupported = true)
public class SlowBodies extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String FORM = "application/x-www-form-urlencoded";
    /** Less than a third of the request threads that docs/operations.md requires. */
    private static final int MOST_AT_ONCE = 64;

    private static final int LONGEST_SECONDS = 10;
    /**
     * A problem document instead of a page: rendering a page for each of hundreds of callers would take longer than
     * their bodies may.
     */
    private static final Problem TOO_SLOW = new Problem(
            ProblemKind.MALFORMED_REQUEST, 408, "The body of the request did not arrive in time.", null, Map.of());

    private transient BodyWaits waits;

    @Override
    public void init() {
        var config = ConfigProvider.getConfig();
        waits = new BodyWaits(
                config.getOptionalValue("stampwright.bodies.at-once", Integer.class)
                        .orElse(MOST_AT_ONCE),
                Duration.ofSeconds(config.getOptionalValue("stampwright.bodies.seconds", Integer.class)
                        .orElse(LONGEST_SECONDS)));
    }

    @Override
    public void destroy() {
        waits.close();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!hasBody(request)) {
            chain.doFilter(request, response);
        } else if (isForm(request)) {
            afterForm(request, response, chain);
        } else {
            timed(request, response, chain);
        }
    }

    private void afterForm(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // The encoding must be set before the first read of the fields, which happens here.
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        BodyWait wait = waits.begin();
        try {
            wait.during(request::getParameterMap);
        } catch (SlowBody tooSlow) {
            response.setHeader("Connection", "close");
            ProblemAnswer.write(response, TOO_SLOW);
            return;
        } finally {
            waits.finish(wait);
        }
        chain.doFilter(request, response);
    }

    private void timed(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        TimedRequest timed = new TimedRequest(request, waits);
        try {
            chain.doFilter(timed, response);
        } finally {
            timed.finish();
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    }
}
