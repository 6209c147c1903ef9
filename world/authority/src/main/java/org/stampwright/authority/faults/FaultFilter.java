package org.stampwright.authority.faults;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Applies pending faults. It comes first in the chain, before authentication. */
@WebFilter("/*")
public class FaultFilter extends HttpFilter {

    private static final int PROMISED_BYTES = 4096;

    @Inject
    private transient Faults faults;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Fault> fault = request.getRequestURI().startsWith("/admin/")
                ? Optional.empty()
                : faults.striking(request.getRequestURI());
        if (fault.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        switch (fault.get().mode) {
            case DELAY -> {
                pause(fault.get().millis);
                chain.doFilter(request, response);
            }
            case ERROR -> response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            case DROP_ANSWER -> {
                chain.doFilter(request, new DroppedAnswer(response));
                cutOff(response);
            }
        }
    }

    /**
     * Breaks the connection. A container cannot simply close it; announcing a longer body than is sent has the same
     * effect on the caller over HTTP 1.1, and over HTTP 2 the partial response is at least not signed.
     */
    private static void cutOff(HttpServletResponse response) throws IOException {
        response.reset();
        response.setHeader("Connection", "close");
        response.setContentLength(PROMISED_BYTES);
        response.getOutputStream().write(' ');
        response.flushBuffer();
    }

    private static void pause(long millis) throws ServletException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ServletException(stopping);
        }
    }
}
