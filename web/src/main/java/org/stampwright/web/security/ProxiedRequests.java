package org.stampwright.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Makes pages independent of the proxy in front of them. The remote address is that of {@link ClientNetwork}. A
 * redirect within the site names a path only: the server would complete it from the Host header and its own scheme,
 * which the caller chooses or the proxy changes, and which would send a guest's key to another site.
 */
@WebFilter(filterName = "proxiedRequests", urlPatterns = "/*", asyncSupported = true)
public class ProxiedRequests extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ClientNetwork networks;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var network = networks.of(request);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getRemoteAddr() {
                        return network;
                    }
                },
                new Redirecting(response));
    }

    /** A response that redirects to paths as they are. */
    static final class Redirecting extends HttpServletResponseWrapper {

        Redirecting(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            if (!isPath(location)) {
                super.sendRedirect(location);
                return;
            }
            resetBuffer();
            setStatus(SC_FOUND);
            setHeader("Location", location);
            flushBuffer();
        }
    }

    static boolean isPath(String location) {
        return location.startsWith("/") && !location.startsWith("//");
    }
}
