package org.stampwright.cardsandbox;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What the journal's lines add up to: each object's newest form by its id, the order in which objects came, and the
 * moments at which open ones end. Objects are kept as text, a third of the memory that parsed ones take. Only
 * {@link Company} touches it, one act at a time.
 */
final class Books {
    /** One object: its place among its kind, when it was made (seconds), its newest text. */
    record Row(String id, int place, long created, String text) {
        JsonObject object() {
            return Fields.parse(text);
        }
    }

    /** The moment (seconds) at which an object ends unless something has become of it. */
    record Deadline(long at, String id) {
    }

    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, List<String>> kinds = new HashMap<>();
    private final Set<String> undelivered = new LinkedHashSet<>();
    private final PriorityQueue<Deadline> deadlines =
            new PriorityQueue<>((one, other) -> Long.compare(one.at, other.at));

    /** Notes an attempt to deliver an event; one that is done need not be delivered after a restart. */
    void noteDelivery(JsonObject delivery) {
        if (delivery.getBoolean("done")) {
            undelivered.remove(delivery.getString("event"));
        }
    }

    /** The events that nobody has taken yet, oldest first. */
    List<JsonObject> undelivered() {
        return undelivered.stream().map(this::find).toList();
    }

    void put(JsonObject object) {
        String id = object.getString("id");
        Row before = rows.get(id);
        if (before == null) {
            List<String> kind = kinds.computeIfAbsent(object.getString("object"), name -> new ArrayList<>());
            rows.put(id, new Row(id, kind.size(), object.getJsonNumber("created").longValueExact(),
                    object.toString()));
            kind.add(id);
            if (object.getString("object").equals("event")) {
                undelivered.add(id);
            }
        } else {
            rows.put(id, new Row(id, before.place, before.created, object.toString()));
        }
        if (Fields.has(object, "_ends_at")) {
            deadlines.add(new Deadline(Fields.number(object, "_ends_at"), id));
        }
    }

    /** The object of that id, or null. */
    JsonObject find(String id) {
        Row row = rows.get(id);
        return row == null ? null : row.object();
    }

    Row row(String id) {
        return rows.get(id);
    }

    /** The ids of one kind, oldest first. */
    List<String> ids(String kind) {
        return kinds.getOrDefault(kind, List.of());
    }

    /** Takes the next object whose end has come, or null; a deadline that no longer holds is passed over. */
    JsonObject takeEnded(long now) {
        while (!deadlines.isEmpty() && deadlines.peek().at <= now) {
            Deadline deadline = deadlines.poll();
            JsonObject object = find(deadline.id);
            if (Fields.has(object, "_ends_at") && Fields.number(object, "_ends_at") == deadline.at) {
                return object;
            }
        }
        return null;
    }
}
