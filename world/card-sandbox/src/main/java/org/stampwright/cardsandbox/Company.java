package org.stampwright.cardsandbox;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The card company itself: does one act at a time, writes it to the journal, applies it to the books and tells those
 * who want to be told. Whatever it answers is on disk first. Before each act and each look it ends what its clock has
 * ended, so nobody ever sees a hold past its time.
 */
final class Company {
    private static final System.Logger LOG = System.getLogger(Company.class.getName());

    private final Journal journal;
    private final Books books;
    private final Idempotency idempotency;
    private final SandboxClock clock;
    private final Events events;
    private final Identifiers identifiers;
    private final List<JsonObject> news = new ArrayList<>();
    private long changes;
    private volatile Consumer<JsonObject> told = event -> {};

    Company(Journal journal, SandboxClock clock, Events events, Identifiers identifiers) throws IOException {
        this.journal = journal;
        this.books = new Books(journal);
        this.idempotency = new Idempotency(journal);
        this.clock = clock;
        this.events = events;
        this.identifiers = identifiers;
        journal.replay(this::apply);
        seedTestPaymentMethods();
    }

    /** Says who is given each event once it is in the journal; must not block. */
    void tell(Consumer<JsonObject> listener) {
        told = listener;
    }

    SandboxClock clock() {
        return clock;
    }

    /** How many acts have changed anything; a refused one does not count, though its answer may be kept. */
    long changes() {
        return look(unchanged -> changes);
    }

    Journal journal() {
        return journal;
    }

    Identifiers identifiers() {
        return identifiers;
    }

    /**
     * Claims an idempotency key, which must be {@link #release released}; or answers what to replay instead, else null.
     * Whoever did the work may still wait for the disk, and no answer leaves before it is there.
     */
    Idempotency.Replay claim(String key, String path, String fingerprint) {
        Idempotency.Replay replay = idempotency.claim(key, path, fingerprint, clock.now());
        if (replay != null) {
            journal.sync();
        }
        return replay;
    }

    void release(String key) {
        idempotency.release(key);
    }

    /**
     * Does an act and answers it; a refusal is an answer too, and so is a fault of this program in the middle of the act,
     * which leaves nothing but its 500 under the key. {@code key} may be null.
     */
    Answer act(Posting.Act act, Idempotency.Key key, Function<Posting, Answer> work) {
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

    /** Looks at the books. */
    <T> T look(Function<Books, T> question) {
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

    /** Ends what the clock has ended, though nobody asks for it; what fails is tried again the next time. */
    void endOverdue() {
        try {
            look(unchanged -> null);
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "what has ended could not be ended", broken);
        }
    }

    /** Sets the clock, for good. */
    Instant shiftClock(Duration offset) {
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

    /** Waits until all that was done is on disk, then tells of it; never called while holding the lock. */
    private void publish(List<JsonObject> taken) {
        journal.sync();
        taken.forEach(told);
    }

    /** Notes an attempt to deliver an event. */
    void noteDelivery(String event, int attempt, int status, boolean done) {
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
            Endings.end(posting, ended);
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

    /** Takes in a line by its head; what it does must not depend on anything but the lines before. */
    void apply(JsonObject head, long place) {
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

    private void seedTestPaymentMethods() {
        act(new Posting.Act("test payment methods", null, null), null, posting -> {
            PaymentMethods.seed(posting);
            return Answer.ok(JsonValue.EMPTY_JSON_OBJECT);
        });
    }
}
