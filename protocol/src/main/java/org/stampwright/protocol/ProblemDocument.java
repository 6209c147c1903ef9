package org.stampwright.protocol;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.OptionalInt;

/**
 * A problem document (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>), with which all these programs
 * answer a request that they reject.
 *
 * @param namespace the type without its last part, such as {@link #VENDOR}
 * @param kind      the last part of the type in kebab case: never renamed, since callers compare it
 * @param title     the kind in words
 * @param status    the HTTP status
 * @param detail    for the person who sent the request, or an empty text
 * @param members   further members
 */
public record ProblemDocument(
        String namespace, String kind, String title, int status, String detail, JsonObject members) {

    /** The media type of a problem document. */
    public static final String MEDIA_TYPE = "application/problem+json";
    /** The namespace of the vendor's kinds. */
    public static final String VENDOR = "urn:stampwright:problem:";
    /** The namespace of the postal authority's kinds. */
    public static final String AUTHORITY = "urn:stampwright:authority:";

    /** Prefix of the kind of an answer that is not a problem document; its status follows. */
    private static final String OTHER = "http-";

    /** Returns the document as it is sent. */
    public JsonObject json() {
        JsonObjectBuilder document = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("type", namespace + kind)
                .add("title", title)
                .add("status", status)
                .add("detail", detail);
        members.forEach(document::add);
        return document.build();
    }

    /**
     * Reads an answer of this status; an answer that is not a problem document becomes a problem of kind {@code
     * http-STATUS}.
     */
    public static ProblemDocument read(int status, byte[] body) {
        try {
            return of(status, StrictJson.object(body));
        } catch (JsonException noProblemDocument) {
            return of(status, JsonObject.EMPTY_JSON_OBJECT);
        }
    }

    private static ProblemDocument of(int status, JsonObject json) {
        String type = text(json, "type", OTHER + status);
        int colon = type.lastIndexOf(':') + 1;
        return new ProblemDocument(
                type.substring(0, colon),
                type.substring(colon),
                text(json, "title", ""),
                status,
                text(json, "detail", ""),
                json);
    }

    private static String text(JsonObject json, String name, String otherwise) {
        return json.get(name) instanceof JsonString text ? text.getString() : otherwise;
    }

    /** Returns a further member that is a whole number; empty if there is none with this name. */
    public OptionalInt count(String name) {
        return StrictJson.whole(members.get(name)).stream()
                .filter(number -> number == (int) number)
                .mapToInt(number -> (int) number)
                .findFirst();
    }
}
