package org.stampwright.cli.world;

/** A request that was not answered, or not with what was asked for. */
public final class Unwelcome extends RuntimeException {

    private final int status;
    private final String body;

    Unwelcome(String request, int status, String body) {
        super(request + (status == 0 ? " was not answered: " : " was answered " + status + ": ") + body);
        this.status = status;
        this.body = body;
    }

    /** The HTTP status, or 0 where nobody answered. */
    public int status() {
        return status;
    }

    public String body() {
        return body;
    }
}
