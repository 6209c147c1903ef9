package org.stampwright.authority;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import org.stampwright.protocol.AuthorityAnswer;

/** A response of the authority. */
record Reply(int status, byte[] body, String contentType, String signature) {

    static Reply of(HttpResponse<byte[]> response) {
        return new Reply(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue(AuthorityAnswer.SIGNATURE_HEADER).orElse(null));
    }

    JsonObject json() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        }
    }

    JsonArray list() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readArray();
        }
    }

    /** Returns status and kind of a problem, like {@code 401 unsigned}; for other responses the status alone. */
    String problem() {
        return contentType.startsWith("application/problem+json")
                ? status + " " + json().getString("type").replace("urn:stampwright:authority:", "")
                : Integer.toString(status);
    }
}
