package org.stampwright.authority.intake;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.stampwright.authority.Body;
import org.stampwright.authority.Problem;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;

/** A ledger entry as the vendor sends it: sealed, with the contents of the pieces that it franked. */
record OfferedEntry(SealedEntry sealed, List<IndiciumContent> contents) {

    private static final int MOST_ENTRIES = 1_000;

    static List<OfferedEntry> list(Body body) {
        List<OfferedEntry> offered = new ArrayList<>();
        for (JsonValue value : body.list("entries")) {
            offered.add(of(value));
        }
        if (offered.isEmpty() || offered.size() > MOST_ENTRIES) {
            throw Problem.malformed("entries must be 1 to " + MOST_ENTRIES + ", not " + offered.size() + ".");
        }
        return offered;
    }

    private static OfferedEntry of(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            throw Problem.malformed("an entry must be an object.");
        }
        Body body = new Body(object);
        try {
            LedgerEntry entry = LedgerEntry.decode(body.bytes("entry"));
            List<IndiciumContent> contents = new ArrayList<>();
            for (JsonValue content : body.list("contents")) {
                contents.add(IndiciumContent.decode(Body.bytes(content, "contents")));
            }
            return new OfferedEntry(new SealedEntry(entry, body.bytes("seal")), List.copyOf(contents));
        } catch (IllegalArgumentException unreadable) {
            throw Problem.malformed("an entry cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    LedgerEntry entry() {
        return sealed.entry();
    }
}
