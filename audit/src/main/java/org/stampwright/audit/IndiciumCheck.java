package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.trust.IndiciumVerifier;
import org.stampwright.indicium.trust.Verdict;

/** I9: each released indicium verifies offline with the authority's root and its trust bundle. */
final class IndiciumCheck {

    private static final String RELEASED = """
            select o.id, c.content, f.signature
              from postage_order o
              join indicium_content c on c.order_id = o.id and c.attempt = o.attempt
              left join indicium_fate f on f.psd = c.psd and f.piece_count = c.piece_count
             where o.state in ('released', 'printed')""";

    private IndiciumCheck() {
    }

    static void run(Connection snapshot, AuthorityRecords authority, Clock clock, Findings findings)
            throws SQLException {
        IndiciumVerifier verifier = new IndiciumVerifier(authority.root(), authority.bundle(), clock);
        try (PreparedStatement query = snapshot.prepareStatement(RELEASED)) {
            query.setFetchSize(1_000);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    check(verifier, rows, findings);
                }
            }
        }
    }

    private static void check(IndiciumVerifier verifier, ResultSet row, Findings findings) throws SQLException {
        String subject = "order " + row.getString("id");
        IndiciumContent content = IndiciumContent.decode(row.getBytes("content"));
        String piece = "piece " + content.pieceCount() + " of psd " + content.psdSerial();
        byte[] signature = row.getBytes("signature");
        if (signature == null) {
            findings.add("I9", subject, piece + " is released and has no signature");
            return;
        }
        Verdict verdict = verifier.verify(new SignedIndicium(content, signature));
        boolean stands = verdict instanceof Verdict.Genuine || verdict instanceof Verdict.Voided
                || verdict instanceof Verdict.AskTheDesk;
        if (!stands) {
            findings.add("I9", subject, piece + ": " + verdict);
        }
    }
}
