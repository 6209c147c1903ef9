package org.stampwright.cardsandbox.journal;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.stampwright.cardsandbox.http.Fields;

/**
 * An index over the journal. For each object it holds the line with the newest version; for each kind, the order of
 * creation; for open objects, the time at which they end. The objects themselves stay in the journal and are read from
 * there, apart from a cache of those in use. Events are forgotten after a day. Only {@link
 * org.stampwright.cardsandbox.company.Company} uses it, one act at a time.
 */
public final class Books {
    private static final int AT_HAND = 1000;
    private static final String EVENT = "event";
    /** As long as an idempotency key. */
    private static final Duration EVENTS_KEPT = Idempotency.REMEMBERED;

    /** One object: its position within its kind, its creation and end time (seconds; 0 for never), and its line. */
    public record Row(String kind, int position, long created, long ends, long place) {}

    /** The time (seconds) at which an object ends unless it has been settled before. */
    record Deadline(long at, String id) {}

    private final Journal journal;
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, List<String>> kinds = new HashMap<>();
    private final Set<String> undelivered = new LinkedHashSet<>();
    private final PriorityQueue<Deadline> deadlines =
            new PriorityQueue<>((one, other) -> Long.compare(one.at, other.at));
    private int eventsForgotten;
    private final Map<String, JsonObject> atHand = new LinkedHashMap<>(AT_HAND, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JsonObject> eldest) {
            return size() > AT_HAND;
        }
    };

    public Books(Journal journal) {
        this.journal = journal;
    }

    /** Returns the index entry for an object, as stored in the head of its line. */
    public static JsonObject entry(JsonObject object) {
        return Fields.none()
                .set("id", object.getString("id"))
                .set("object", object.getString("object"))
                .set("created", object.getJsonNumber("created"))
                .set("ends", Fields.has(object, "_ends_at") ? Fields.number(object, "_ends_at") : 0)
                .build();
    }

    /** Indexes an object from the head of the line at {@code place}. */
    public void take(JsonObject entry, long place) {
        String id = entry.getString("id");
        String kind = entry.getString("object");
        long ends = Fields.number(entry, "ends");
        List<String> others = kinds.computeIfAbsent(kind, absent -> new ArrayList<>());
        Row before = rows.get(id);
        if (before == null) {
            others.add(id);
            if (kind.equals(EVENT)) {
                undelivered.add(id);
            }
        }
        int position = before == null ? others.size() - 1 : before.position;
        rows.put(id, new Row(kind, position, Fields.number(entry, "created"), ends, place));
        atHand.remove(id);
        if (kind.equals(EVENT)) {
            forgetEvents(others, Fields.number(entry, "created") - EVENTS_KEPT.toSeconds());
        }
        if (ends != 0) {
            deadlines.add(new Deadline(ends, id));
        }
    }

    /**
     * Forgets the events of before this second; their places in the list stay empty. A merchant that missed one asks
     * for the object itself.
     */
    private void forgetEvents(List<String> events, long before) {
        while (eventsForgotten < events.size() && rows.get(events.get(eventsForgotten)).created < before) {
            String id = events.set(eventsForgotten, null);
            rows.remove(id);
            undelivered.remove(id);
            atHand.remove(id);
            eventsForgotten++;
        }
    }

    /** Records a delivery attempt; an event that was delivered is not sent again after a restart. */
    public void noteDelivery(JsonObject delivery) {
        if (delivery.getBoolean("done")) {
            undelivered.remove(delivery.getString("event"));
        }
    }

    /** Returns the events that have not been delivered, oldest first. */
    public List<JsonObject> undelivered() {
        return undelivered.stream().map(this::find).toList();
    }

    /** Returns the object with this id, or null. */
    public JsonObject find(String id) {
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

    /** Returns the index row of the object with this id without reading the object, or null. */
    public Row row(String id) {
        return rows.get(id);
    }

    /** Returns the ids of one kind, oldest first; null in place of a forgotten one. */
    public List<String> ids(String kind) {
        return kinds.getOrDefault(kind, List.of());
    }

    /** Returns the object that is overdue the longest, or null; it is returned again until it has been ended. */
    public JsonObject ended(long now) {
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
