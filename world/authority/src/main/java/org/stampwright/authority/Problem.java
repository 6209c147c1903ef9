package org.stampwright.authority;

import jakarta.json.JsonObject;
import org.stampwright.protocol.ProblemDocument;
import org.stampwright.protocol.StrictJson;

/**
 * A refusal, returned to the caller as a problem document (RFC 9457) with a stable type. Thrown inside a transaction,
 * it rolls the transaction back.
 */
public class Problem extends RuntimeException {

    private final int status;
    private final String kind;
    private final transient JsonObject facts;

    private Problem(int status, String kind, String detail, JsonObject facts) {
        super(detail, null, false, false);
        this.status = status;
        this.kind = kind;
        this.facts = facts;
    }

    /** @param kind the last part of the type, in kebab case; never renamed, because callers compare it */
    public static Problem of(int status, String kind, String detail) {
        return new Problem(status, kind, detail, JsonObject.EMPTY_JSON_OBJECT);
    }

    /** Reports a request, or a member of it, that this operation does not accept. */
    public static Problem malformed(String detail) {
        return of(400, "malformed", detail);
    }

    /** Reports an id that already belongs to another request. */
    public static Problem otherBody(Object id) {
        return of(409, "id-reused", "The id " + id + " was already used for a request with different content.");
    }

    public static Problem notFound(String what) {
        return of(404, "not-found", what);
    }

    /** Returns the same refusal with one more member. */
    public Problem with(String name, JsonObject fact) {
        return new Problem(
                status,
                kind,
                getMessage(),
                StrictJson.PROVIDER.createObjectBuilder(facts).add(name, fact).build());
    }

    public int status() {
        return status;
    }

    public String kind() {
        return kind;
    }

    public JsonObject document() {
        return new ProblemDocument(ProblemDocument.AUTHORITY, kind, kind.replace('-', ' '), status, getMessage(), facts)
                .json();
    }
}
