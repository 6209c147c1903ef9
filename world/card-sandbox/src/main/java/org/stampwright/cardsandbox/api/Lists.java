package org.stampwright.cardsandbox.api;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.stampwright.cardsandbox.http.Expansion;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.Params;
import org.stampwright.cardsandbox.http.Refusal;
import org.stampwright.cardsandbox.journal.Books;

/**
 * Lists with Stripe's rules: newest first; {@code limit} from 1 to 100 (default 10); {@code starting_after} and
 * {@code ending_before} take an id; {@code created} takes a second or bounds; {@code has_more} tells of further pages.
 */
final class Lists {
    static final String[] PARAMETERS = {"limit", "starting_after", "ending_before", "created", "expand"};

    private Lists() {}

    static JsonObject page(Books books, String kind, String url, Params params, Predicate<JsonObject> wanted) {
        int limit = limit(params);
        Created created = Created.of(params);
        List<String> ids = books.ids(kind);
        boolean backwards = params.text("ending_before") != null;
        int at = backwards
                ? position(books, kind, params, "ending_before") + 1
                : params.text("starting_after") == null
                        ? ids.size() - 1
                        : position(books, kind, params, "starting_after") - 1;
        Deque<JsonObject> data = new ArrayDeque<>();
        boolean more = false;
        for (; at >= 0 && at < ids.size(); at += backwards ? 1 : -1) {
            Books.Row row = books.row(ids.get(at));
            if (row == null || !created.covers(row.created())) {
                if (row == null || !backwards && created.isLongBefore(row.created())) {
                    break;
                }
                continue;
            }
            JsonObject object = books.find(ids.get(at));
            if (!wanted.test(object)) {
                continue;
            }
            if (data.size() == limit) {
                more = true;
                break;
            }
            if (backwards) {
                data.addFirst(object);
            } else {
                data.addLast(object);
            }
        }
        return answer(url, data, more);
    }

    static JsonObject answer(String url, Collection<JsonObject> data, boolean more) {
        JsonArrayBuilder shown = Fields.PROVIDER.createArrayBuilder();
        data.forEach(object -> shown.add(Expansion.shown(object)));
        return Fields.none()
                .set("object", "list")
                .set("data", shown.build())
                .set("has_more", more)
                .set("url", url)
                .build();
    }

    private static int limit(Params params) {
        long limit = params.number("limit", 10);
        if (limit < 1 || limit > 100) {
            throw Refusal.parameter("Invalid limit: it must be between 1 and 100.", null, "limit");
        }
        return (int) limit;
    }

    private static int position(Books books, String kind, Params params, String name) {
        Books.Row row = books.row(params.text(name));
        if (row == null || !row.kind().equals(kind)) {
            throw Refusal.noSuch(kind, params.text(name), name);
        }
        return row.position();
    }

    /** Bounds for the second of creation, both inclusive. */
    private record Created(long from, long to) {
        private static final long CLOCK_SET_BACK = 3_600;

        static Created of(Params params) {
            if (!params.has("created")) {
                return new Created(Long.MIN_VALUE, Long.MAX_VALUE);
            }
            Params part;
            try {
                part = params.part("created").only("gt", "gte", "lt", "lte");
            } catch (Refusal plain) {
                long exactly = params.requiredNumber("created");
                return new Created(exactly, exactly);
            }
            long from = Math.max(part.number("gte", Long.MIN_VALUE), part.number("gt", Long.MIN_VALUE + 1) + 1);
            long to = Math.min(part.number("lte", Long.MAX_VALUE), part.number("lt", Long.MAX_VALUE - 1) - 1);
            return new Created(from, to);
        }

        /** Returns whether all objects before one of that second are out of range; clocks may be set back a little. */
        boolean isLongBefore(long second) {
            return second < from && from - second > CLOCK_SET_BACK;
        }

        boolean covers(long second) {
            return from <= second && second <= to;
        }
    }
}
