package org.stampwright.cardsandbox.company;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.stampwright.cardsandbox.http.Expansion;
import org.stampwright.cardsandbox.http.Fields;

/** Creates the event objects for webhooks, for the subscribed types ({@code *} subscribes to all). */
public final class Events {
    private final Set<String> wanted;
    private final String apiVersion;

    public Events(Set<String> wanted, String apiVersion) {
        this.wanted = Set.copyOf(wanted);
        this.apiVersion = apiVersion;
    }

    Optional<JsonObject> describe(String type, JsonObject object, Posting.Act act, Instant now, Identifiers ids) {
        if (!wanted.contains("*") && !wanted.contains(type)) {
            return Optional.empty();
        }
        return Optional.of(Fields.none()
                .set("id", ids.next("evt_"))
                .set("object", "event")
                .set("api_version", apiVersion)
                .set("created", now.getEpochSecond())
                .set("data", Fields.none().set("object", Expansion.shown(object)))
                .set("livemode", object.getBoolean("livemode", false))
                .set("pending_webhooks", 1)
                .set("request", Fields.none().set("id", act.request()).set("idempotency_key", act.idempotencyKey()))
                .set("type", type)
                .build());
    }
}
