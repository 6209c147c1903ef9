package org.stampwright.authority.funds;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.authority.ListPage;
import org.stampwright.authority.Transaction;
import org.stampwright.protocol.StrictJson;

/**
 * A postage value download with its decision: granted, or refused for a reason.
 *
 * @param controlTotal ascending plus descending register before it, as the vendor reported
 * @param reason of the refusal, or null
 */
record Download(long vendor, UUID id, long psd, long amount, long controlTotal, String reason, Instant at) {

    static Download read(ResultSet row) throws SQLException {
        return new Download(
                row.getLong("vendor"),
                row.getObject("id", UUID.class),
                row.getLong("psd"),
                row.getLong("amount"),
                row.getLong("control_total"),
                row.getString("reason"),
                Transaction.instant(row, "at"));
    }

    static Optional<Download> find(Transaction tx, long vendor, UUID id) throws SQLException {
        return tx.one("select * from download where vendor = ? and id = ?", Download::read, vendor, id);
    }

    /** Returns a page of the PSD's downloads. */
    static List<Download> of(Transaction tx, long vendor, long psd, ListPage page) throws SQLException {
        return page.read(tx, "download", "vendor = ? and psd = ?", Download::read, vendor, psd);
    }

    boolean granted() {
        return reason == null;
    }

    Download refused(String why) {
        return new Download(vendor, id, psd, amount, controlTotal, why, at);
    }

    boolean sameRequest(Download other) {
        return psd == other.psd && amount == other.amount && controlTotal == other.controlTotal;
    }

    JsonObject document() {
        JsonObjectBuilder document = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("id", id.toString())
                .add("psdSerial", psd)
                .add("amount", amount)
                .add("controlTotal", controlTotal)
                .add("state", granted() ? "granted" : "refused")
                .add("at", at.toString());
        if (!granted()) {
            document.add("reason", reason);
        }
        return document.build();
    }
}
