package org.stampwright.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.stampwright.postage.server.NodeCall;

/** The checked request of another instance, in the request's attributes. */
public final class CurrentNode {

    private static final String ATTRIBUTE = CurrentNode.class.getName();

    private CurrentNode() {}

    static void remember(HttpServletRequest request, NodeCall call) {
        request.setAttribute(ATTRIBUTE, call);
    }

    /**
     * Returns the checked request.
     *
     * @throws IllegalStateException if no token was checked
     */
    public static NodeCall call(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof NodeCall call) {
            return call;
        }
        throw new IllegalStateException("the request has no node token");
    }
}
