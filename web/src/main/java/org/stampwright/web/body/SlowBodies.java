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
 * reads its fields; every other body is timed while it is read. Bodies that the container would read without a time-out
 * and a largest size are refused: multipart ones, which no page sends, and forms under a media type that only we take
 * for one.
 */
@WebFilter(filterName = "slowBodies", urlPatterns = "/*", asyncSupported = true)
public class SlowBodies extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/";
    /** Less than a third of the request threads that docs/operations.md requires. */
    private static final int MOST_AT_ONCE = 64;

    private static final int LONGEST_SECONDS = 10;
    /**
     * A problem document instead of a page: rendering a page for each of hundreds of callers would take longer than
     * their bodies may.
     */
    private static final Problem TOO_SLOW = new Problem(
            ProblemKind.MALFORMED_REQUEST, 408, "The body of the request did not arrive in time.", null, Map.of());

    /** The longest form of our pages, a complaint of a few thousand characters, is far shorter. */
    private static final int LONGEST_FORM = 64 * 1024;

    private static final Problem TOO_LARGE = new Problem(
            ProblemKind.TOO_LARGE,
            413,
            "A form may have at most " + LONGEST_FORM + " bytes.",
            null,
            Map.of("limit", LONGEST_FORM));

    private static final Problem ENCODED = new Problem(
            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
            415,
            "A body with a Content-Encoding is not accepted: send it uncompressed.",
            null,
            Map.of());

    private static final Problem NOT_TAKEN = new Problem(
            ProblemKind.UNSUPPORTED_MEDIA_TYPE, 415, "A body of this media type is not accepted.", null, Map.of());

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
        } else if (request.getHeader("Content-Encoding") != null) {
            refuse(response, ENCODED);
        } else if (isType(request, MULTIPART) || (isType(request, FORM) && !isReadByContainer(request))) {
            refuse(response, NOT_TAKEN);
        } else if (isType(request, FORM) && request.getContentLengthLong() > LONGEST_FORM) {
            refuse(response, TOO_LARGE);
        } else if (isType(request, FORM)) {
            afterForm(request, response, chain);
        } else {
            timed(request, response, chain);
        }
    }

    /** The rest of the body is not read, so the connection cannot be used again. */
    private static void refuse(HttpServletResponse response, Problem problem) {
        response.setHeader("Connection", "close");
        ProblemAnswer.write(response, problem);
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
            refuse(response, TOO_SLOW);
            return;
        } catch (IllegalStateException tooLong) {
            // The container's own limit, for a form that is sent in chunks and so names no length.
            refuse(response, TOO_LARGE);
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

    private static boolean isType(HttpServletRequest request, String type) {
        String given = request.getContentType();
        return given != null && given.strip().toLowerCase(Locale.ROOT).startsWith(type);
    }

    /** Grizzly reads the fields of a POST only, and only of a media type in lower case. */
    private static boolean isReadByContainer(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getContentType().strip().startsWith(FORM);
    }
}
