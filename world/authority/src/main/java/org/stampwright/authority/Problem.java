package org.stampwright.authority;

import jakarta.json.JsonObject;
import org.stampwright.protocol.ProblemDocument;
import org.stampwright.protocol.StrictJson;

/**
 * A refusal, told to the caller as a problem document (RFC 9457) with a stable type. Thrown inside a transaction it
 * rolls that back.
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

    /** @param kind the last part of the type, in kebab case: never renamed, since callers compare it */
    public static Problem of(int status, String kind, String detail) {
        return new Problem(status, kind, detail, JsonObject.EMPTY_JSON_OBJECT);
    }

    /** The request or a member of it is not what this operation takes. */
    public static Problem malformed(String detail) {
        return of(400, "malformed", detail);
    }

    /** The id is already another request's. */
    public static Problem otherBody(Object id) {
        return of(409, "id-reused", "The id " + id + " was already used for a request with another content.");
    }

    public static Problem notFound(String what) {
        return of(404, "not-found", what);
    }

    /** The same refusal with one more member. */
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
