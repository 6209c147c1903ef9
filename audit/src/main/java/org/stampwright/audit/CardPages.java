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
 * first, a hundred at a time, back to a given time. Objects created during the reading are inserted before the first
 * page and do not move the others.
 */
final class CardPages {

    private static final int PAGE = 100;

    private static final BoundedHttp HTTP = new BoundedHttp(Duration.ofSeconds(2), Duration.ofSeconds(10), 16 << 20);

    private final URI base;
    private final String key;
    private final String from;

    CardPages(URI base, String key, Optional<Instant> from) {
        this.base = base;
        this.key = key;
        this.from = from.map(moment -> "&created%5Bgte%5D=" + moment.getEpochSecond())
                .orElse("");
    }

    void each(String path, Consumer<JsonObject> read) throws IOException, InterruptedException {
        String last = "";
        boolean more = true;
        while (more) {
            JsonObject page = get(path + "?limit=" + PAGE + from + (last.isEmpty() ? "" : "&starting_after=" + last));
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

    private JsonObject get(String question) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(question))
                .header("Authorization", "Bearer " + key)
                .build();
        HttpResponse<byte[]> answer = answer(request);
        if (answer.statusCode() != 200) {
            throw new IOException("the card company answered " + answer.statusCode() + " to "
                    + request.uri().getPath());
        }
        return StrictJson.object(answer.body());
    }

    /** Adds the address to the exception: a refused connection has no message of its own. */
    private HttpResponse<byte[]> answer(HttpRequest request) throws IOException, InterruptedException {
        try {
            return HTTP.send(request);
        } catch (IOException silent) {
            throw new IOException("the card company at " + base + " does not answer", silent);
        }
    }
}
