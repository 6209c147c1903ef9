package org.stampwright.cli.world;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

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
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonObject problem = reader.readObject();
            return problem.getString("title", getMessage())
                    + (problem.containsKey("detail") ? ": " + problem.getString("detail") : "");
        } catch (JsonException noDocument) {
            return getMessage();
        }
    }

    public String body() {
        return body;
    }
}
