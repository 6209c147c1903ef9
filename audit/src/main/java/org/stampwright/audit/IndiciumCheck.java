package org.stampwright.audit;

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

    private static final String RELEASED =
            """
            select o.id, c.psd, c.piece_count, c.content, f.signature
              from page join postage_order o on o.id = page.id
              join indicium_content c on c.order_id = o.id and c.attempt = o.attempt
              left join indicium_fate f on f.psd = c.psd and f.piece_count = c.piece_count
             where o.state in ('released', 'printed')""";

    private final RowsNow now;
    private final IndiciumVerifier verifier;
    private final Findings findings;

    IndiciumCheck(RowsNow now, AuthorityRecords authority, Clock clock, Findings findings) {
        this.now = now;
        this.verifier = new IndiciumVerifier(authority.root(), authority.bundle(), clock);
        this.findings = findings;
    }

    void run(OrderPage orders) throws SQLException {
        try (PreparedStatement query = orders.prepare(RELEASED);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                check(rows);
            }
        }
    }

    private void check(ResultSet row) throws SQLException {
        String subject = "order " + row.getString("id");
        String piece = "piece %d of psd %08d".formatted(row.getLong("piece_count"), row.getLong("psd"));
        byte[] signature = row.getBytes("signature");
        if (signature == null) {
            findings.add("I9", subject, piece + " is released and has no signature");
            return;
        }
        try {
            Verdict verdict =
                    verifier.verify(new SignedIndicium(IndiciumContent.decode(row.getBytes("content")), signature));
            if (!stands(verdict, row)) {
                findings.add("I9", subject, piece + ": " + verdict.reason());
            }
        } catch (IllegalArgumentException garbled) {
            findings.add("I9", subject, piece + " cannot be read: " + garbled.getMessage());
        }
    }

    private boolean stands(Verdict verdict, ResultSet row) throws SQLException {
        return verdict instanceof Verdict.Genuine
                || verdict instanceof Verdict.AskTheDesk
                || verdict instanceof Verdict.Voided && wasVoidedByUs(row.getLong("psd"), row.getLong("piece_count"));
    }

    /** The row of a void is committed before the authority receives the void. */
    private boolean wasVoidedByUs(long psd, long pieceCount) throws SQLException {
        return now.has(
                "select 1 from piece_void where psd = ? and piece_count = ? and state <> 'refused'", psd, pieceCount);
    }
}
