package org.stampwright.authority.fate;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.stampwright.authority.ListPage;
import org.stampwright.authority.Transaction;
import org.stampwright.protocol.StrictJson;

/**
 * A vendor's request to declare a piece void, with the decision.
 *
 * @param why the vendor's reason, stored but not judged
 * @param refusal the reason of a refusal, or null if the piece is void
 * @param credited the mills that this request gave back; zero if another request had voided the piece before
 */
record VoidRequest(
        long vendor, UUID id, long psd, long pieceCount, String why, String refusal, long credited, Instant at) {

    static VoidRequest read(ResultSet row) throws SQLException {
        return new VoidRequest(
                row.getLong("vendor"),
                row.getObject("id", UUID.class),
                row.getLong("psd"),
                row.getLong("piece_count"),
                row.getString("why"),
                row.getString("reason"),
                row.getLong("credited"),
                Transaction.instant(row, "at"));
    }

    static Optional<VoidRequest> find(Transaction tx, long vendor, UUID id) throws SQLException {
        return tx.one("select * from void_request where vendor = ? and id = ?", VoidRequest::read, vendor, id);
    }

    /** @param psd restricts the page to one PSD; empty for all of the vendor's */
    static List<VoidRequest> of(Transaction tx, long vendor, OptionalLong psd, ListPage page) throws SQLException {
        return psd.isEmpty()
                ? page.read(tx, "void_request", "vendor = ?", VoidRequest::read, vendor)
                : page.read(tx, "void_request", "vendor = ? and psd = ?", VoidRequest::read, vendor, psd.getAsLong());
    }

    void insert(Transaction tx) throws SQLException {
        tx.update(
                "insert into void_request (vendor, id, psd, piece_count, why, state, reason, credited, at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                vendor,
                id,
                psd,
                pieceCount,
                why,
                refusal == null ? "voided" : "refused",
                refusal,
                credited,
                at);
    }

    VoidRequest refused(String reason) {
        return new VoidRequest(vendor, id, psd, pieceCount, why, reason, 0, at);
    }

    VoidRequest crediting(long amount) {
        return new VoidRequest(vendor, id, psd, pieceCount, why, null, amount, at);
    }

    boolean sameRequest(VoidRequest other) {
        return psd == other.psd && pieceCount == other.pieceCount && why.equals(other.why);
    }

    JsonObject document() {
        JsonObjectBuilder document = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("id", id.toString())
                .add("psdSerial", psd)
                .add("pieceCount", pieceCount)
                .add("state", refusal == null ? "voided" : "refused")
                .add("credited", credited)
                .add("at", at.toString());
        if (refusal != null) {
            document.add("reason", refusal);
        }
        return document.build();
    }
}
