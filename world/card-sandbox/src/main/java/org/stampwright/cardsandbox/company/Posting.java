package org.stampwright.cardsandbox.company;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.Refusal;
import org.stampwright.cardsandbox.journal.Books;

/** One act in progress: it sees its own changes, and other acts see them only once they are in the journal. */
public final class Posting {
    private final Books books;
    private final Events events;
    private final Identifiers identifiers;
    private final Instant now;
    private final Act act;
    private final Map<String, JsonObject> changed = new LinkedHashMap<>();
    private final List<JsonObject> happened = new ArrayList<>();

    /** The act's name, the id of the request and, if there is one, its idempotency key. */
    public record Act(String name, String request, String idempotencyKey) {}

    public Posting(Books books, Events events, Identifiers identifiers, Instant now, Act act) {
        this.books = books;
        this.events = events;
        this.identifiers = identifiers;
        this.now = now;
        this.act = act;
    }

    public Instant now() {
        return now;
    }

    public long second() {
        return now.getEpochSecond();
    }

    public Identifiers identifiers() {
        return identifiers;
    }

    Books books() {
        return books;
    }

    /** Returns the object with this id as seen by this act, or null. */
    public JsonObject find(String id) {
        JsonObject mine = changed.get(id);
        return mine == null ? books.find(id) : mine;
    }

    /** Returns the object with this id and kind; refuses as Stripe does if there is none. */
    public JsonObject require(String id, String kind, String param) {
        JsonObject object = find(id);
        if (object == null || !object.getString("object").equals(kind)) {
            throw Refusal.noSuch(kind, id, param);
        }
        return object;
    }

    public JsonObject put(JsonObject object) {
        changed.put(object.getString("id"), object);
        return object;
    }

    /** Records an event on an object, for the webhook. */
    public void tell(String type, JsonObject object) {
        events.describe(type, object, act, now, identifiers).ifPresent(happened::add);
    }

    boolean changedNothing() {
        return changed.isEmpty() && happened.isEmpty();
    }

    void forget() {
        changed.clear();
        happened.clear();
    }

    List<JsonObject> happened() {
        return List.copyOf(happened);
    }

    /** Returns the index entries of this act's objects, for the head of its line. */
    JsonArray entries() {
        JsonArrayBuilder entries = Fields.PROVIDER.createArrayBuilder();
        changed.values().forEach(object -> entries.add(Books.entry(object)));
        happened.forEach(object -> entries.add(Books.entry(object)));
        return entries.build();
    }

    /** Returns the objects to store in the journal. */
    JsonArray objects() {
        JsonArrayBuilder objects = Fields.PROVIDER.createArrayBuilder();
        changed.values().forEach(objects::add);
        happened.forEach(objects::add);
        return objects.build();
    }
}
