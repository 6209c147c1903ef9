package org.stampwright.cli.world;

import java.nio.charset.StandardCharsets;
import org.stampwright.protocol.ProblemDocument;

/** A request without a response, or with an unexpected one. */
public final class UnexpectedResponse extends RuntimeException {

    private final int status;
    private final String body;

    UnexpectedResponse(String request, int status, String body) {
        super(request + (status == 0 ? " got no response: " : " was answered " + status + ": ") + body);
        this.status = status;
        this.body = body;
    }

    /** Returns the HTTP status, or 0 if there was no response. */
    public int status() {
        return status;
    }

    /** Returns the problem document's detail, or else the response's body. */
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
