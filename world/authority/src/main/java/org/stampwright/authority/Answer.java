package org.stampwright.authority;

import jakarta.json.JsonStructure;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.stampwright.protocol.ProblemDocument;

/** Response bodies as bytes, because signatures cover bytes. */
public final class Answer {

    private Answer() {}

    public static Response ok(JsonStructure body) {
        return of(200, body);
    }

    public static Response of(int status, JsonStructure body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(bytes(body))
                .build();
    }

    public static Response of(Problem problem) {
        return Response.status(problem.status())
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(bytes(problem.document()))
                .build();
    }

    private static byte[] bytes(JsonStructure body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
