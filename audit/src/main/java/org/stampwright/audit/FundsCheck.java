package org.stampwright.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** I2: each closed download equals the authority's record of the same id, and none is open for too long. */
final class FundsCheck {

    private static final String TOO_LONG_OPEN =
            """
            select 'psd ' || lpad(psd::text, 8, '0'), 'download ' || id || ' has been open since ' || opened_at
              from funding where state = 'open' and opened_at < now() - interval '1 hour'""";

    private FundsCheck() {}

    static void run(Opening opening, RowsNow now, AuthorityRecords authority, Findings findings) throws SQLException {
        Set<String> known = new HashSet<>();
        for (FundingRow ours : opening.fundings()) {
            known.add(ours.id());
            compare(ours, authority.downloads().get(ours.id()), findings);
        }
        Map<Long, Long> unknown = new TreeMap<>();
        for (AuthorityRecords.Download theirs : authority.downloads().values()) {
            if (theirs.state().equals("granted") && !known.contains(theirs.id()) && !isRecorded(theirs, now)) {
                unknown.merge(theirs.psd(), theirs.amount(), Long::sum);
            }
        }
        unknown.forEach((psd, amount) ->
                findings.addPsd("I2", psd, "the authority granted " + amount + " that no funding records"));
    }

    static void findTooLongOpen(Connection snapshot, Findings findings) throws SQLException {
        findings.addRows("I2", snapshot, TOO_LONG_OPEN);
    }

    private static void compare(FundingRow ours, AuthorityRecords.Download theirs, Findings findings) {
        String expected = ours.state().equals("credited") ? "granted" : "refused";
        boolean same = theirs != null
                && theirs.psd() == ours.psd()
                && theirs.amount() == ours.amount()
                && theirs.state().equals(expected);
        // The vendor may have refused the request itself, before it reached the authority.
        if (!ours.isOpen() && !same && !(theirs == null && expected.equals("refused"))) {
            findings.addPsd(
                    "I2",
                    ours.psd(),
                    "download " + ours.id() + " of " + ours.amount() + " is " + ours.state()
                            + " here, at the authority "
                            + (theirs == null ? "unknown" : theirs.amount() + " " + theirs.state()));
        }
    }

    /** The row of a new download is committed before the authority receives the request. */
    private static boolean isRecorded(AuthorityRecords.Download theirs, RowsNow now) throws SQLException {
        var id = RowsNow.id(theirs.id());
        return id.isPresent()
                && now.has(
                        "select 1 from funding where id = ? and psd = ? and state <> 'refused'",
                        id.get(),
                        theirs.psd());
    }
}
