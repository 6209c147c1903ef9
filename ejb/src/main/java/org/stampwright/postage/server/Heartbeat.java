package org.stampwright.postage.server;

/** When a server system counts as alive: it sends a heartbeat every three seconds, and may miss some. */
public final class Heartbeat {

    /** An SQL condition over {@code server_system s}, by the database's clock. */
    public static final String IS_RECENT = "s.heartbeat_at > now() - interval '10 seconds'";

    private Heartbeat() {}
}
