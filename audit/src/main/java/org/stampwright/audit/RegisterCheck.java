package org.stampwright.audit;

import java.sql.Connection;
import java.sql.SQLException;

/** I1: compares the registers of each PSD with each other. */
final class RegisterCheck {

    private static final String FUNDS =
            """
            select 'psd ' || lpad(serial::text, 8, '0'),
                   'ascending ' || ascending || ' + descending ' || descending || ' is not funds added ' || funds_added
                   || ' - withdrawn ' || funds_withdrawn
              from psd
             where ascending + descending <> funds_added - funds_withdrawn
                or least(ascending, descending, funds_added, funds_withdrawn) < 0""";

    private RegisterCheck() {}

    static void run(Connection snapshot, Findings findings) throws SQLException {
        findings.addRows("I1", snapshot, FUNDS);
    }
}
