package org.stampwright.web.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.web.problem.Problem;
import org.stampwright.web.problem.ProblemAnswer;

/**
 * Refuses requests that none of our pages makes and at which the page framework would fail: a view state of another
 * form, a form without the nonce that a page's script adds, a resource without a name. The framework would log its
 * whole stack for each.
 */
@WebFilter(filterName = "pageRequests", urlPatterns = "/*", asyncSupported = true)
public class PageRequests extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String RESOURCES = "/jakarta.faces.resource";
    private static final Pattern RESOURCE =
            Pattern.compile(RESOURCES + "(/[A-Za-z0-9_-]+)*/[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final Pattern VIEW_STATE = Pattern.compile("-?[0-9]{1,20}:-?[0-9]{1,20}");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9+/=_-]{16,128}");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Problem> complaint = complaint(request);
        if (complaint.isPresent()) {
            ProblemAnswer.write(response, complaint.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    static Optional<Problem> complaint(HttpServletRequest request) {
        String path = request.getServletPath();
        if (path.startsWith(RESOURCES) && !RESOURCE.matcher(path).matches()) {
            return Optional.of(Problem.of(ProblemKind.NOT_FOUND, "There is nothing under this address."));
        }
        String state = request.getMethod().equals("POST") ? request.getParameter("jakarta.faces.ViewState") : null;
        if (state == null) {
            return Optional.empty();
        }
        if (!VIEW_STATE.matcher(state).matches()) {
            return Optional.of(malformed("This form was not made by this site. Open its page and send it from there."));
        }
        String nonce = request.getParameter("primefaces.nonce");
        return nonce != null && NONCE.matcher(nonce).matches()
                ? Optional.empty()
                : Optional.of(malformed("This site needs JavaScript to send its forms. Switch it on and try again."));
    }

    private static Problem malformed(String detail) {
        return new Problem(ProblemKind.MALFORMED_REQUEST, 400, detail, null, Map.of());
    }
}
