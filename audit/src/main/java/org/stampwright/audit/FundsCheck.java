package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** I2: each closed download equals the authority's record of the same id, and none is open for too long. */
final class FundsCheck {

    private static final String TOO_LONG_OPEN =
            """
            select 'psd ' || lpad(psd::text, 8, '0'), 'download ' || id || ' has been open since ' || opened_at
              from funding where state = 'open' and opened_at < now() - interval '1 hour'""";

    private FundsCheck() {}

    static void run(Connection snapshot, Connection present, AuthorityRecords authority, Findings findings)
            throws SQLException {
        findings.addRows("I2", snapshot, TOO_LONG_OPEN);
        compareDownloads(snapshot, present, authority, findings);
    }

    private static void compareDownloads(
            Connection snapshot, Connection present, AuthorityRecords authority, Findings findings)
            throws SQLException {
        Set<String> known = new HashSet<>();
        try (PreparedStatement query = snapshot.prepareStatement("select id, psd, amount, state from funding");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                known.add(rows.getString("id"));
                String expected =
                        switch (rows.getString("state")) {
                            case "credited" -> "granted";
                            case "refused" -> "refused";
                            default -> null;
                        };
                AuthorityRecords.Download theirs = authority.downloads().get(rows.getString("id"));
                boolean same = theirs != null
                        && theirs.psd() == rows.getLong("psd")
                        && theirs.amount() == rows.getLong("amount")
                        && theirs.state().equals(expected);
                // The vendor may have refused the request itself, before it reached the authority.
                if (expected != null && !same && !(theirs == null && expected.equals("refused"))) {
                    findings.addPsd(
                            "I2",
                            rows.getLong("psd"),
                            "download " + rows.getString("id") + " of "
                                    + rows.getLong("amount") + " is " + rows.getString("state")
                                    + " here, at the authority "
                                    + (theirs == null ? "unknown" : theirs.amount() + " " + theirs.state()));
                }
            }
        }
        Map<Long, Long> unknown = new HashMap<>();
        authority.downloads().values().stream()
                .filter(theirs -> theirs.state().equals("granted") && !known.contains(theirs.id()))
                .forEach(theirs -> unknown.merge(theirs.psd(), theirs.amount(), Long::sum));
        reportUnlessCameSince(snapshot, present, unknown, findings);
    }

    /**
     * Reports a download that the authority granted and no row records. A row committed after the snapshot began
     * counts.
     */
    private static void reportUnlessCameSince(
            Connection snapshot, Connection present, Map<Long, Long> unknown, Findings findings) throws SQLException {
        if (unknown.isEmpty()) {
            return;
        }
        Map<Long, Long> then = recorded(snapshot);
        Map<Long, Long> now = recorded(present);
        unknown.forEach((psd, amount) -> {
            if (now.getOrDefault(psd, 0L) - then.getOrDefault(psd, 0L) < amount) {
                findings.addPsd("I2", psd, "the authority granted " + amount + " that no funding records");
            }
        });
    }

    private static Map<Long, Long> recorded(Connection database) throws SQLException {
        Map<Long, Long> recorded = new HashMap<>();
        try (PreparedStatement query = database.prepareStatement(
                        "select psd, coalesce(sum(amount), 0) from funding where state <> 'refused' group by psd");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                recorded.put(rows.getLong(1), rows.getLong(2));
            }
        }
        return recorded;
    }
}
