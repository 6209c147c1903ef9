package org.stampwright.cardsandbox;

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

/**
 * Idempotency keys as Stripe keeps them: the first answer under a key, status and body, a stored 500 too, is what every
 * later request with it gets; another request under the same key is an error; one that still runs is a conflict; after
 * 24 hours a key is forgotten and may do its work again.
 */
final class Idempotency {
    static final Duration REMEMBERED = Duration.ofHours(24);

    /** An idempotency key with what it is used for. */
    record Key(String key, String path, String fingerprint) {}

    /** The first answer under a key, as the journal holds it: in the head of its line, and beside it. */
    record First(JsonObject head, JsonObject answer) {}

    /** A key's first use, and the place of its answer in the journal. */
    private record Kept(String path, String fingerprint, long place) {}

    private record Age(Instant since, String key) {}

    /** An answer given before, and the id of the request it was first given to. */
    record Replay(Answer answer, String originalRequest) {}

    private final Journal journal;
    private final Map<String, Kept> kept = new HashMap<>();
    private final Deque<Age> ages = new ArrayDeque<>();
    private final Set<String> running = new HashSet<>();

    Idempotency(Journal journal) {
        this.journal = journal;
    }

    /** Claims the key for one request, which must {@link #release} it; or answers what to replay instead, else null. */
    synchronized Replay claim(String key, String path, String fingerprint, Instant now) {
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
                            + "(that probably means you submitted twice, and the other request is still going through): "
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

    synchronized void release(String key) {
        running.remove(key);
    }

    private void forgetBefore(Instant limit) {
        while (!ages.isEmpty() && !ages.peekFirst().since.isAfter(limit)) {
            kept.remove(ages.removeFirst().key);
        }
    }

    static First first(Key key, Answer answer) {
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

    /** Takes a key from the head of the line at {@code place}, which holds its first answer. */
    synchronized void keep(JsonObject head, long place, Instant since) {
        String key = head.getString("key");
        forgetBefore(since.minus(REMEMBERED));
        kept.put(key, new Kept(head.getString("path"), head.getString("fingerprint"), place));
        ages.addLast(new Age(since, key));
    }

    static String fingerprint(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
