package org.stampwright.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.web.problem.Problem;
import org.stampwright.web.problem.ProblemAnswer;

/**
 * Rejects requests that another site's page makes a browser send: browsers name the origin of the request in {@code
 * Sec-Fetch-Site}. Programs do not send that header and have no cookies to misuse.
 */
@WebFilter(filterName = "crossSitePosts", urlPatterns = "/*", asyncSupported = true)
public class CrossSitePosts extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var from = request.getHeader("Sec-Fetch-Site");
        if (from != null && !HARMLESS.contains(request.getMethod()) && !OURS.contains(from)) {
            ProblemAnswer.write(response, Problem.of(ProblemKind.FORBIDDEN, "This form was sent from another site."));
            return;
        }
        chain.doFilter(request, response);
    }
}
