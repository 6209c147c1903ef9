package org.stampwright.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.postage.server.NodeAct;
import org.stampwright.postage.server.Role;
import org.stampwright.postage.server.ThisInstance;

/**
 * The requests that this instance serves, by its role and by the port that the request came in by. A processing
 * instance answers other instances only, so that no storefront, console or API is exposed where a cryptographic module
 * runs. A web instance accepts no hand-over.
 *
 * <p>If the configuration names a port for internal requests, that port answers other instances and health checks only.
 * Its listener has its own request threads, which outside callers cannot occupy.
 */
@ApplicationScoped
class ServedHere {

    private static final String HEALTH = "/health";
    private static final String READY = "/health/ready";

    private final Role role;
    private final Optional<Integer> internalPort;

    protected ServedHere() {
        this(Role.BOTH, Optional.empty());
    }

    @Inject
    ServedHere(
            ThisInstance instance,
            @ConfigProperty(name = "stampwright.instance.internal-port") Optional<Integer> internalPort) {
        this(instance.role(), internalPort);
    }

    ServedHere(Role role, Optional<Integer> internalPort) {
        this.role = role;
        this.internalPort = internalPort;
    }

    boolean includes(HttpServletRequest request) {
        var path = Area.pathOf(request);
        boolean inside =
                internalPort.map(port -> port == request.getLocalPort()).orElse(true);
        if (path.startsWith(HEALTH)) {
            return inside || path.equals(READY);
        }
        boolean handOver = Area.of(request) == Area.NODES;
        return isOurs(path, handOver) && (internalPort.isEmpty() || handOver == inside);
    }

    /** Returns whether the response says no more than whether this instance is ready, because anyone can ask. */
    boolean isHealthForAnyone(HttpServletRequest request) {
        return internalPort.map(port -> port != request.getLocalPort()).orElse(false)
                && Area.pathOf(request).startsWith(HEALTH);
    }

    /** An instance of any role advances orders and is told when their franking has ended. */
    private boolean isOurs(String path, boolean handOver) {
        return switch (role) {
            case BOTH -> true;
            case WEB -> !handOver || path.equals(NodeAct.LOOK.path());
            case PROCESSING -> handOver;
        };
    }
}
