package org.stampwright.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.stampwright.protocol.ProblemDocument;

/** Writes a problem document where no JAX-RS resource answers. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    public static void write(HttpServletResponse response, Problem problem) {
        response.setStatus(problem.status());
        problem.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", seconds.toString()));
        response.setContentType(ProblemDocument.MEDIA_TYPE);
        try {
            response.getOutputStream().write(problem.json().toString().getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        } catch (IOException goneAway) {
            throw new UncheckedIOException(goneAway);
        }
    }
}
