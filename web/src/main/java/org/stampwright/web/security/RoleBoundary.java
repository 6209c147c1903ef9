package org.stampwright.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.web.problem.Problem;
import org.stampwright.web.problem.ProblemAnswer;

/**
 * Rejects requests that are not {@link ServedHere}. On the public port, {@code /health/ready} answers by its status
 * alone: which check fails, and with what figures, is for the operator.
 */
@WebFilter(filterName = "roleBoundary", urlPatterns = "/*", asyncSupported = true)
public class RoleBoundary extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ServedHere served;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!served.includes(request)) {
            ProblemAnswer.write(
                    response, Problem.of(ProblemKind.NOT_FOUND, "This instance does not serve this address."));
        } else if (served.isHealthForAnyone(request)) {
            new StatusOnly(response).answer(request, chain);
        } else {
            chain.doFilter(request, response);
        }
    }
}
