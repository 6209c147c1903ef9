package org.stampwright.postage.server;

import java.util.Locale;
import java.util.Optional;

/** What an instance asks another one to do with orders. */
public enum NodeAct {
    /** To frank orders that are claimed for it. */
    FRANK,
    /** To look at orders that it advances: their franking has ended here, with a receipt or without. */
    LOOK;

    /** Returns the path of the request, and the word in the token. */
    public String path() {
        return "/internal/orders/" + word();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the act of this path; empty if it is none. */
    public static Optional<NodeAct> ofPath(String path) {
        for (NodeAct act : values()) {
            if (act.path().equals(path)) {
                return Optional.of(act);
            }
        }
        return Optional.empty();
    }
}
