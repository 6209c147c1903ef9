package org.stampwright.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.ConfigProvider;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.web.problem.Problem;
import org.stampwright.web.problem.ProblemAnswer;

/**
 * Restricts an instance to its role. A processing instance answers other instances only, so that no storefront, console
 * or API is exposed where a cryptographic module runs. A web instance accepts no hand-over.
 *
 * <p>If the configuration names a port for internal requests, that port answers other instances and health checks only.
 * Its listener has its own request threads, which outside callers cannot occupy.
 */
@WebFilter(filterName = "roleBoundary", urlPatterns = "/*", asyncSupported = true)
public class RoleBoundary extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String HEALTH = "/health";
    private static final String INTERNAL_PORT = "stampwright.instance.internal-port";

    @Inject
    private transient ThisInstance instance;

    private transient OptionalInt internalPort = OptionalInt.empty();

    @Override
    public void init() {
        ConfigProvider.getConfig()
                .getOptionalValue(INTERNAL_PORT, Integer.class)
                .ifPresent(port -> internalPort = OptionalInt.of(port));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean handOver = Area.of(request) == Area.NODES;
        boolean health = Area.pathOf(request).startsWith(HEALTH);
        if (isOurs(handOver, health) && isRightPort(request.getLocalPort(), handOver, health)) {
            chain.doFilter(request, response);
        } else {
            ProblemAnswer.write(
                    response, Problem.of(ProblemKind.NOT_FOUND, "This instance does not serve this address."));
        }
    }

    private boolean isOurs(boolean handOver, boolean health) {
        return switch (instance.role()) {
            case BOTH -> true;
            case WEB -> !handOver;
            case PROCESSING -> handOver || health;
        };
    }

    /** Health checks are answered on both ports. */
    private boolean isRightPort(int port, boolean handOver, boolean health) {
        return health || internalPort.isEmpty() || handOver == (port == internalPort.getAsInt());
    }
}
