package org.stampwright.cardsandbox.company;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.stampwright.cardsandbox.http.Answer;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.Refusal;
import org.stampwright.cardsandbox.journal.Books;
import org.stampwright.cardsandbox.journal.Idempotency;
import org.stampwright.cardsandbox.journal.Journal;

/**
 * The card company. Runs one act at a time, writes it to the journal, applies it to the books and publishes its events.
 * A response leaves only after its act is on disk. Before each act and each query it ends all overdue objects, so a
 * caller never sees a hold past its time.
 */
public final class Company {
    private static final System.Logger LOG = System.getLogger(Company.class.getName());

    private final Journal journal;
    private final Books books;
    private final Idempotency idempotency;
    private final SandboxClock clock;
    private final Events events;
    private final Identifiers identifiers;
    private final BiConsumer<Posting, JsonObject> ending;
    private final List<JsonObject> news = new ArrayList<>();
    private long changes;
    private volatile Consumer<JsonObject> told = event -> {};

    /** @param ending ends an overdue object */
    public Company(
            Journal journal,
            SandboxClock clock,
            Events events,
            Identifiers identifiers,
            BiConsumer<Posting, JsonObject> ending)
            throws IOException {
        this.journal = journal;
        this.books = new Books(journal);
        this.idempotency = new Idempotency(journal);
        this.clock = clock;
        this.events = events;
        this.identifiers = identifiers;
        this.ending = ending;
        journal.replay(this::apply);
    }

    /** Sets the listener that receives each event once it is in the journal; the listener must not block. */
    public void tell(Consumer<JsonObject> listener) {
        told = listener;
    }

    public SandboxClock clock() {
        return clock;
    }

    /**
     * Returns the number of acts that changed anything; a refused act does not count, though its response may be
     * stored.
     */
    public long changes() {
        return look(unchanged -> changes);
    }

    public Journal journal() {
        return journal;
    }

    public Identifiers identifiers() {
        return identifiers;
    }

    /**
     * Claims an idempotency key, which the caller must {@link #release release}; returns the response to replay
     * instead, or null. Waits for the disk first, because the first request may still be waiting for it.
     */
    public Idempotency.Replay claim(String key, String path, String fingerprint) {
        Idempotency.Replay replay = idempotency.claim(key, path, fingerprint, clock.now());
        if (replay != null) {
            journal.sync();
        }
        return replay;
    }

    public void release(String key) {
        idempotency.release(key);
    }

    /**
     * Runs an act and returns its response. A refusal is a response too. A failure of this program during the act
     * leaves only its 500 under the key. {@code key} may be null.
     */
    public Answer act(Posting.Act act, Idempotency.Key key, Function<Posting, Answer> work) {
        Answer answer;
        List<JsonObject> news;
        synchronized (this) {
            endDue();
            Posting posting = new Posting(books, events, identifiers, clock.now(), act);
            boolean begun = true;
            try {
                answer = work.apply(posting);
            } catch (Refusal refusal) {
                answer = refusal.answer();
                begun = refusal.begun();
                if (!refusal.leavesTrace()) {
                    posting.forget();
                }
            } catch (RuntimeException broken) {
                LOG.log(System.Logger.Level.ERROR, act.name() + " broke", broken);
                answer = Answer.serverError();
                posting.forget();
            }
            write(posting, act, begun && key != null ? Idempotency.first(key, answer) : null);
            news = takeNews();
        }
        publish(news);
        return answer;
    }

    /** Runs a query on the books. */
    public <T> T look(Function<Books, T> question) {
        T found;
        List<JsonObject> news;
        synchronized (this) {
            endDue();
            found = question.apply(books);
            news = takeNews();
        }
        publish(news);
        return found;
    }

    /** Ends overdue objects when no request does; a failed attempt is retried the next time. */
    public void endOverdue() {
        try {
            look(unchanged -> null);
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "overdue objects could not be ended", broken);
        }
    }

    /** Sets the clock; the offset survives restarts. */
    public Instant shiftClock(Duration offset) {
        List<JsonObject> news;
        synchronized (this) {
            record(
                    head("clock", null).set("offset_millis", offset.toMillis()).build(),
                    JsonArray.EMPTY_JSON_ARRAY,
                    JsonValue.NULL);
            endDue();
            news = takeNews();
        }
        publish(news);
        return clock.now();
    }

    private List<JsonObject> takeNews() {
        List<JsonObject> taken = List.copyOf(news);
        news.clear();
        return taken;
    }

    /** Waits until all acts are on disk, then publishes their events; must not be called while holding the lock. */
    private void publish(List<JsonObject> taken) {
        journal.sync();
        taken.forEach(told);
    }

    /** Records a delivery attempt of an event. */
    public void noteDelivery(String event, int attempt, int status, boolean done) {
        synchronized (this) {
            Fields delivery = Fields.none()
                    .set("event", event)
                    .set("attempt", attempt)
                    .set("status", status)
                    .set("done", done);
            record(
                    head("delivery", null).set("delivery", delivery).build(),
                    JsonArray.EMPTY_JSON_ARRAY,
                    JsonValue.NULL);
        }
    }

    private void endDue() {
        long now = clock.now().getEpochSecond();
        for (JsonObject ended = books.ended(now); ended != null; ended = books.ended(now)) {
            Posting.Act act = new Posting.Act("end of " + ended.getString("object"), null, null);
            Posting posting = new Posting(books, events, identifiers, clock.now(), act);
            ending.accept(posting, ended);
            write(posting, act, null);
        }
    }

    private void write(Posting posting, Posting.Act act, Idempotency.First key) {
        if (posting.changedNothing() && key == null) {
            return;
        }
        Fields head = head(act.name(), act.request());
        if (!posting.changedNothing()) {
            head.set("entries", posting.entries());
        }
        if (key != null) {
            head.set("idempotency", key.head());
        }
        record(head.build(), posting.objects(), key == null ? JsonValue.NULL : key.answer());
        news.addAll(posting.happened());
    }

    private Fields head(String act, String request) {
        return Fields.none()
                .set("act", act)
                .set("request", request)
                .set("at", clock.now().toString());
    }

    private void record(JsonObject head, JsonArray objects, JsonValue answer) {
        JsonObject line = Fields.none()
                .set("head", head)
                .set("objects", objects)
                .set("answer", answer)
                .build();
        apply(head, journal.append(line));
    }

    /** Applies a line by its head; the effect must depend only on the preceding lines. */
    public void apply(JsonObject head, long place) {
        if (head.containsKey("entries")) {
            changes++;
            head.getJsonArray("entries").getValuesAs(JsonObject.class).forEach(entry -> books.take(entry, place));
        }
        if (head.containsKey("idempotency")) {
            idempotency.keep(head.getJsonObject("idempotency"), place, Instant.parse(head.getString("at")));
        }
        if (head.containsKey("offset_millis")) {
            clock.shiftTo(Duration.ofMillis(Fields.number(head, "offset_millis")));
        }
        if (head.containsKey("delivery")) {
            books.noteDelivery(head.getJsonObject("delivery"));
        }
    }
}
