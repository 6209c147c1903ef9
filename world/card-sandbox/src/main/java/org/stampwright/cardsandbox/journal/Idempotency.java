package org.stampwright.cardsandbox.journal;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.stampwright.cardsandbox.http.Answer;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.Refusal;

/**
 * Idempotency keys with Stripe's rules. A later request with the same key gets the first response, status and body,
 * even a stored 500. A different request with the same key is an error; one that is still in progress is a conflict. A
 * key expires after 24 hours and can then be used again.
 */
public final class Idempotency {
    static final Duration REMEMBERED = Duration.ofHours(24);

    /** An idempotency key and the request it was sent with. */
    public record Key(String key, String path, String fingerprint) {}

    /** The first response under a key, as stored in the journal: part in the head of its line, the rest beside it. */
    public record First(JsonObject head, JsonObject answer) {}

    /** A key's first use, and the place of its response in the journal. */
    private record Kept(String path, String fingerprint, long place) {}

    private record Age(Instant since, String key) {}

    /** A stored response, and the id of the request that it was first sent to. */
    public record Replay(Answer answer, String originalRequest) {}

    private final Journal journal;
    private final Map<String, Kept> kept = new HashMap<>();
    private final Deque<Age> ages = new ArrayDeque<>();
    private final Set<String> running = new HashSet<>();

    public Idempotency(Journal journal) {
        this.journal = journal;
    }

    /**
     * Claims the key for one request, which must {@link #release} it; returns the response to replay instead, or null.
     */
    public synchronized Replay claim(String key, String path, String fingerprint, Instant now) {
        if (key.length() > 255) {
            throw Refusal.parameter("Idempotency keys can be up to 255 characters long.", null, null);
        }
        forgetBefore(now.minus(REMEMBERED));
        Kept before = kept.get(key);
        if (before != null) {
            check(before, key, path, fingerprint);
            return replay(before);
        }
        if (!running.add(key)) {
            throw Refusal.idempotency(
                    409,
                    "There is currently another in-progress request using this Idempotent Key "
                            + "(that probably means you submitted twice, and the other request is still going"
                            + " through): "
                            + key + ". Please try again later.",
                    "idempotency_key_in_use");
        }
        return null;
    }

    private Replay replay(Kept before) {
        JsonObject line = journal.lineAt(before.place);
        JsonObject answer = line.getJsonObject("answer");
        return new Replay(
                new Answer(answer.getInt("status"), answer.getJsonObject("body")),
                Fields.text(line.getJsonObject("head"), "request"));
    }

    private static void check(Kept before, String key, String path, String fingerprint) {
        String otherwise = "Try using a key other than '" + key + "' if you meant to execute a different request.";
        if (!before.path.equals(path)) {
            throw Refusal.idempotency(
                    400,
                    "Keys for idempotent requests can only be used for the same endpoint they "
                            + "were first used for ('" + path + "' vs '" + before.path + "'). " + otherwise,
                    null);
        }
        if (!before.fingerprint.equals(fingerprint)) {
            throw Refusal.idempotency(
                    400,
                    "Keys for idempotent requests can only be used with the same parameters "
                            + "they were first used with. " + otherwise,
                    null);
        }
    }

    public synchronized void release(String key) {
        running.remove(key);
    }

    private void forgetBefore(Instant limit) {
        while (!ages.isEmpty() && !ages.peekFirst().since.isAfter(limit)) {
            kept.remove(ages.removeFirst().key);
        }
    }

    public static First first(Key key, Answer answer) {
        return new First(
                Fields.none()
                        .set("key", key.key)
                        .set("path", key.path)
                        .set("fingerprint", key.fingerprint)
                        .build(),
                Fields.none()
                        .set("status", answer.status())
                        .set("body", answer.body())
                        .build());
    }

    /** Stores a key from the head of the line at {@code place}, which holds its first response. */
    public synchronized void keep(JsonObject head, long place, Instant since) {
        String key = head.getString("key");
        forgetBefore(since.minus(REMEMBERED));
        kept.put(key, new Kept(head.getString("path"), head.getString("fingerprint"), place));
        ages.addLast(new Age(since, key));
    }

    public static String fingerprint(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
