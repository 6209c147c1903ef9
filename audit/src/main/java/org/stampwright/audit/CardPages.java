package org.stampwright.audit;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.stampwright.protocol.BoundedHttp;
import org.stampwright.protocol.StrictJson;

/**
 * Reads the card company's lists page by page (<a href="https://docs.stripe.com/api/pagination">Pagination</a>): newest
 * first, a hundred at a time, within a range of time. Objects created during the reading are inserted before the first
 * page and do not move the others.
 */
final class CardPages {

    private static final int PAGE = 100;

    private static final BoundedHttp HTTP = new BoundedHttp(Duration.ofSeconds(2), Duration.ofSeconds(10), 16 << 20);

    private final URI base;
    private final String key;
    private final String range;

    CardPages(URI base, String key, Optional<Instant> from, Optional<Instant> to) {
        this.base = base;
        this.key = key;
        this.range = from.map(moment -> "&created%5Bgte%5D=" + moment.getEpochSecond())
                        .orElse("")
                + to.map(moment -> "&created%5Blt%5D=" + moment.getEpochSecond())
                        .orElse("");
    }

    void each(String path, Consumer<JsonObject> read) throws IOException, InterruptedException {
        String last = "";
        boolean more = true;
        while (more) {
            JsonObject page = get(path + "?limit=" + PAGE + range + (last.isEmpty() ? "" : "&starting_after=" + last));
            JsonArray data = page.getJsonArray("data");
            data.getValuesAs(JsonObject.class).forEach(read);
            more = page.getBoolean("has_more") && !data.isEmpty();
            String end =
                    data.isEmpty() ? last : data.getJsonObject(data.size() - 1).getString("id");
            if (more && end.equals(last)) {
                throw new IOException("the card company's list " + path + " does not end");
            }
            last = end;
        }
    }

    /** Returns one object; empty if the company does not know it. */
    Optional<JsonObject> one(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = answer(path);
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(read(answer, path));
    }

    private JsonObject get(String question) throws IOException, InterruptedException {
        return read(answer(question), question);
    }

    private JsonObject read(HttpResponse<byte[]> answer, String question) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("the card company answered " + answer.statusCode() + " to "
                    + base.resolve(question).getPath());
        }
        return StrictJson.object(answer.body());
    }

    /** Adds the address to the exception: a refused connection has no message of its own. */
    private HttpResponse<byte[]> answer(String question) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(question))
                .header("Authorization", "Bearer " + key)
                .build();
        try {
            return HTTP.send(request);
        } catch (IOException silent) {
            throw new IOException("the card company at " + base + " does not answer", silent);
        }
    }
}
