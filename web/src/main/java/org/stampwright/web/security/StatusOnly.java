package org.stampwright.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A response that keeps the status of a health check and discards everything else. */
final class StatusOnly extends HttpServletResponseWrapper {

    private final PrintWriter nowhere = new PrintWriter(Writer.nullWriter());

    StatusOnly(HttpServletResponse response) {
        super(response);
    }

    void answer(HttpServletRequest request, FilterChain chain) throws IOException, ServletException {
        chain.doFilter(request, this);
        byte[] status = (getStatus() == SC_OK ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}")
                .getBytes(StandardCharsets.UTF_8);
        var response = (HttpServletResponse) getResponse();
        response.setContentType("application/json");
        response.setContentLength(status.length);
        response.getOutputStream().write(status);
    }

    @Override
    public PrintWriter getWriter() {
        return nowhere;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int one) {
                // Discarded.
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("health checks do not write asynchronously");
            }
        };
    }

    @Override
    public void flushBuffer() {
        // The body is written at the end.
    }

    @Override
    public void setContentLength(int length) {
        // That of the discarded body.
    }

    @Override
    public void setContentLengthLong(long length) {
        // That of the discarded body.
    }
}
