package org.stampwright.web.problem;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;
import org.stampwright.protocol.ProblemDocument;
import org.stampwright.protocol.StrictJson;

/**
 * A problem document (RFC 9457) with a stable type {@code urn:stampwright:problem:<kind>}.
 *
 * @param status the HTTP status
 * @param detail for the person who sent the request
 * @param field the field of the request that has the error, or null
 * @param facts further members; numbers of mills where they are money
 */
public record Problem(ProblemKind kind, int status, String detail, String field, Map<String, Object> facts) {

    public Problem {
        facts = Map.copyOf(facts);
    }

    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, kind.status(), detail, null, Map.of());
    }

    public static Problem at(String field, ProblemKind kind, String detail) {
        return new Problem(kind, kind.status(), detail, field, Map.of());
    }

    public static Problem of(Refusal refusal) {
        return new Problem(
                refusal.kind(), refusal.kind().status(), refusal.message(), refusal.field(), refusal.facts());
    }

    /** Returns the response for a refusal. */
    public static Response refused(Refusal refusal) {
        return of(refusal).response();
    }

    public JsonObject json() {
        var members = StrictJson.PROVIDER.createObjectBuilder();
        if (field != null) {
            members.add("field", field);
        }
        StrictJson.PROVIDER.createObjectBuilder(facts).build().forEach(members::add);
        return new ProblemDocument(ProblemDocument.VENDOR, kind.slug(), kind.title(), status, detail, members.build())
                .json();
    }

    /** Returns the seconds after which a retry makes sense, if they are known. */
    public Optional<Integer> retryAfter() {
        return kind.retryAfter();
    }

    public Response response() {
        return Response.status(status)
                .type(ProblemDocument.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, retryAfter().orElse(null))
                .entity(json().toString())
                .build();
    }
}
