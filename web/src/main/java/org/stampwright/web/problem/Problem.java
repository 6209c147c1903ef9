package org.stampwright.web.problem;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.stampwright.postage.refusal.Refusal;

/**
 * A problem document (RFC 9457) with a stable type {@code urn:stampwright:problem:<kind>}.
 *
 * @param kind in kebab case, as listed in {@code docs/api.md}
 * @param status the HTTP status
 * @param detail for the person who asked
 * @param field the field of the request that it is about, or null
 * @param facts further members; numbers of mills where they are money
 */
public record Problem(String kind, int status, String detail, String field, Map<String, Object> facts) {

    /** The media type of every refusal and fault. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "urn:stampwright:problem:";

    public Problem {
        facts = Map.copyOf(facts);
    }

    public static Problem of(String kind, String detail) {
        return new Problem(kind, KindOfProblem.statusOf(kind), detail, null, Map.of());
    }

    public static Problem at(String field, String kind, String detail) {
        return new Problem(kind, KindOfProblem.statusOf(kind), detail, field, Map.of());
    }

    public static Problem of(Refusal refusal) {
        return new Problem(
                refusal.kind(),
                KindOfProblem.statusOf(refusal.kind()),
                refusal.message(),
                refusal.field(),
                refusal.facts());
    }

    public JsonObject json() {
        var document = Json.createObjectBuilder()
                .add("type", TYPE + kind)
                .add("title", KindOfProblem.titleOf(kind))
                .add("status", status)
                .add("detail", detail);
        if (field != null) {
            document.add("field", field);
        }
        Json.createObjectBuilder(facts).build().forEach(document::add);
        return document.build();
    }

    /** After how many seconds it may be worth to ask again, where that can be said. */
    public Optional<Integer> retryAfter() {
        return KindOfProblem.retryAfter(kind);
    }

    public Response response() {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, retryAfter().orElse(null))
                .entity(json().toString())
                .build();
    }
}
