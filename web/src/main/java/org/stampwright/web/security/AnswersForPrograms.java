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
import org.stampwright.web.problem.Faults;
import org.stampwright.web.problem.HttpProblems;
import org.stampwright.web.problem.ProblemAnswer;

/**
 * Where programs ask, an error that no resource answers (an address that belongs to none, a fault on the way to one) is
 * told as a problem document; the server's error pages are for people.
 */
@WebFilter(filterName = "answersForPrograms", urlPatterns = "/*", asyncSupported = true)
public class AnswersForPrograms extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(AnswersForPrograms.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Area.of(request).answersPages()) {
            chain.doFilter(request, response);
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

    /** An answer whose errors are problem documents. */
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
