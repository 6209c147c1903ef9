package org.stampwright.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.lang.System.Logger;
import java.util.Set;
import org.stampwright.web.problem.Faults;
import org.stampwright.web.problem.HttpProblems;
import org.stampwright.web.problem.ProblemAnswer;

/**
 * Gives programs problem documents for errors that no resource answers: an address without a resource, or a fault
 * before the resource is called. The server's error pages are for people.
 */
@WebFilter(filterName = "problemResponses", urlPatterns = "/*", asyncSupported = true)
public class ProblemResponses extends HttpFilter {

    private static final long serialVersionUID = 1L;
    /** The server would answer another method by an error page, which it asks for with that method, in vain. */
    private static final Set<String> METHODS_OF_PAGES = Set.of("GET", "HEAD", "POST");

    private static final Logger LOG = System.getLogger(ProblemResponses.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Area.of(request).answersPages()) {
            if (METHODS_OF_PAGES.contains(request.getMethod())) {
                chain.doFilter(request, response);
            } else {
                response.setHeader("Allow", "GET, HEAD, POST");
                ProblemAnswer.write(response, HttpProblems.of(HttpServletResponse.SC_METHOD_NOT_ALLOWED));
            }
            return;
        }
        try {
            chain.doFilter(request, new Told(response));
        } catch (ServletException | RuntimeException fault) {
            if (response.isCommitted()) {
                throw fault;
            }
            ProblemAnswer.write(response, Faults.told(LOG, fault));
        }
    }

    /** A response whose errors are problem documents. */
    private static final class Told extends HttpServletResponseWrapper {

        Told(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) {
            sendError(status, null);
        }

        @Override
        public void sendError(int status, String message) {
            resetBuffer();
            ProblemAnswer.write((HttpServletResponse) getResponse(), HttpProblems.of(status));
        }
    }
}
