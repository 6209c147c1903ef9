package org.stampwright.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * I2: each closed void equals the authority's record of the same id, each void of the authority is recorded here, and
 * none stays open.
 */
final class VoidCheck {

    /** Voids wait for the authority, which has just answered this audit. */
    private static final String TOO_LONG_OPEN =
            """
            select 'psd ' || lpad(psd::text, 8, '0'), 'void ' || id || ' of piece ' || piece_count
                   || ' has been open since ' || opened_at
              from piece_void where state = 'open' and opened_at < now() - interval '1 hour'""";

    private VoidCheck() {}

    static void findTooLongOpen(Connection snapshot, Findings findings) throws SQLException {
        findings.addRows("I2", snapshot, TOO_LONG_OPEN);
    }

    static void run(Opening opening, RowsNow now, AuthorityRecords authority, Findings findings) throws SQLException {
        Map<String, AuthorityRecords.Void> unknown = new HashMap<>(authority.voids());
        for (VoidRow ours : opening.voids()) {
            AuthorityRecords.Void theirs = unknown.remove(ours.id());
            if (!ours.isOpen() && !ours.isSameAs(theirs)) {
                findings.addPsd(
                        "I2",
                        ours.psd(),
                        "void " + ours.id() + " of piece " + ours.pieceCount() + " is " + ours.state()
                                + " here, at the authority " + (theirs == null ? "unknown" : theirs.state()));
            }
        }
        for (AuthorityRecords.Void theirs : unknown.values()) {
            if (!isRecorded(theirs, now)) {
                findings.addPsd(
                        "I2",
                        theirs.psd(),
                        "void " + theirs.id() + " of piece " + theirs.pieceCount() + " is " + theirs.state()
                                + " at the authority and was not requested here");
            }
        }
    }

    /** The row of a new void is committed before the authority receives the void. */
    private static boolean isRecorded(AuthorityRecords.Void theirs, RowsNow now) throws SQLException {
        var id = RowsNow.id(theirs.id());
        return id.isPresent() && now.has("select 1 from piece_void where id = ?", id.get());
    }
}
