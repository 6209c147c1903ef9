package org.stampwright.cli.world;

import java.nio.charset.StandardCharsets;
import org.stampwright.protocol.ProblemDocument;

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

    /** What a problem document says for a person, or else what was answered. */
    public String problem() {
        ProblemDocument problem = ProblemDocument.read(status, body.getBytes(StandardCharsets.UTF_8));
        if (problem.title().isEmpty()) {
            return getMessage();
        }
        return problem.title() + (problem.detail().isEmpty() ? "" : ": " + problem.detail());
    }

    public String body() {
        return body;
    }
}
