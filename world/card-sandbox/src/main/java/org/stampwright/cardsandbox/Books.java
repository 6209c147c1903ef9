package org.stampwright.cardsandbox;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What the journal's lines add up to: for each object the line that holds its newest form, the order in which objects
 * came, and the moments at which open ones end. The objects themselves stay in the journal and are read from there; the
 * few that are in use are at hand. Only {@link Company} touches it, one act at a time.
 */
final class Books {
    private static final int AT_HAND = 1000;

    /** One object: its position among its kind, when it was made and when it ends (seconds; 0 never), its line. */
    record Row(String kind, int position, long created, long ends, long place) {}

    /** The moment (seconds) at which an object ends unless something has become of it. */
    record Deadline(long at, String id) {}

    private final Journal journal;
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, List<String>> kinds = new HashMap<>();
    private final Set<String> undelivered = new LinkedHashSet<>();
    private final PriorityQueue<Deadline> deadlines =
            new PriorityQueue<>((one, other) -> Long.compare(one.at, other.at));
    private final Map<String, JsonObject> atHand = new LinkedHashMap<>(AT_HAND, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JsonObject> eldest) {
            return size() > AT_HAND;
        }
    };

    Books(Journal journal) {
        this.journal = journal;
    }

    /** What of an object is in the head of its line. */
    static JsonObject entry(JsonObject object) {
        return Fields.none()
                .set("id", object.getString("id"))
                .set("object", object.getString("object"))
                .set("created", object.getJsonNumber("created"))
                .set("ends", Fields.has(object, "_ends_at") ? Fields.number(object, "_ends_at") : 0)
                .build();
    }

    /** Takes an object's entry from the head of the line at {@code place}. */
    void take(JsonObject entry, long place) {
        String id = entry.getString("id");
        String kind = entry.getString("object");
        long ends = Fields.number(entry, "ends");
        List<String> others = kinds.computeIfAbsent(kind, absent -> new ArrayList<>());
        Row before = rows.get(id);
        if (before == null) {
            others.add(id);
            if (kind.equals("event")) {
                undelivered.add(id);
            }
        }
        int position = before == null ? others.size() - 1 : before.position;
        rows.put(id, new Row(kind, position, Fields.number(entry, "created"), ends, place));
        atHand.remove(id);
        if (ends != 0) {
            deadlines.add(new Deadline(ends, id));
        }
    }

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

    /** The object of that id, or null. */
    JsonObject find(String id) {
        Row row = rows.get(id);
        if (row == null) {
            return null;
        }
        return atHand.computeIfAbsent(
                id, wanted -> journal.lineAt(row.place).getJsonArray("objects").getValuesAs(JsonObject.class).stream()
                        .filter(object -> object.getString("id").equals(wanted))
                        .findAny()
                        .orElseThrow());
    }

    /** What is known of the object of that id without reading it, or null. */
    Row row(String id) {
        return rows.get(id);
    }

    /** The ids of one kind, oldest first. */
    List<String> ids(String kind) {
        return kinds.getOrDefault(kind, List.of());
    }

    /** An object whose end has come, the earliest first, or null; it is named until it has been ended. */
    JsonObject ended(long now) {
        while (!deadlines.isEmpty() && deadlines.peek().at <= now) {
            Deadline deadline = deadlines.peek();
            if (rows.get(deadline.id).ends == deadline.at) {
                return find(deadline.id);
            }
            deadlines.remove();
        }
        return null;
    }
}
