package org.stampwright.authority.intake;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stampwright.authority.Body;
import org.stampwright.authority.Problem;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;

/** A ledger entry as the vendor sends it: sealed, with the pieces that it franked. */
record OfferedEntry(SealedEntry sealed, List<FrankedPiece> pieces) {

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
            return new OfferedEntry(new SealedEntry(entry, body.bytes("seal")), pieces(body, entry));
        } catch (IllegalArgumentException unreadable) {
            throw Problem.malformed("an entry cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    /**
     * Reads the pieces. From format version 2 on, the entry binds each piece to its order, and the vendor sends the
     * bindings too.
     */
    private static List<FrankedPiece> pieces(Body body, LedgerEntry entry) {
        JsonArray contents = body.list("contents");
        boolean bound = entry.formatVersion() > 1 && !contents.isEmpty();
        JsonArray bindings = bound ? body.list("bindings") : JsonValue.EMPTY_JSON_ARRAY;
        if (bound && bindings.size() != contents.size()) {
            throw Problem.malformed("an entry must have as many bindings as contents.");
        }
        List<FrankedPiece> pieces = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            IndiciumContent content = IndiciumContent.decode(Body.bytes(contents.get(i), "contents"));
            Optional<byte[]> binding = bound ? Optional.of(Body.bytes(bindings.get(i), "bindings")) : Optional.empty();
            pieces.add(new FrankedPiece(content, binding));
        }
        return List.copyOf(pieces);
    }

    LedgerEntry entry() {
        return sealed.entry();
    }
}
