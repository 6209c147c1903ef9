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
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.web.problem.Problem;

/**
 * Keeps an instance to its role: one that only processes answers other instances and nobody else, so that no storefront,
 * console or API stands open where a cryptographic module is at work; one that only serves the web takes no hand-over.
 */
@WebFilter(filterName = "roleBoundary", urlPatterns = "/*", asyncSupported = true)
public class RoleBoundary extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String HEALTH = "/health";

    @Inject
    private transient ThisInstance instance;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean handOver = Area.of(request) == Area.NODES;
        boolean serves =
                switch (instance.role()) {
                    case BOTH -> true;
                    case WEB -> !handOver;
                    case PROCESSING -> handOver || Area.pathOf(request).startsWith(HEALTH);
                };
        if (serves) {
            chain.doFilter(request, response);
        } else {
            ProblemAnswer.write(response, Problem.of(ProblemKind.NOT_FOUND, "This instance does not answer that."));
        }
    }
}
