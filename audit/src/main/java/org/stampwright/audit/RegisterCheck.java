package org.stampwright.audit;

import java.sql.Connection;
import java.sql.SQLException;

/** I1 and I3: compares the registers of each PSD with its funds and its pieces. */
final class RegisterCheck {

    private static final String FUNDS =
            """
            select 'psd ' || lpad(serial::text, 8, '0'),
                   'ascending ' || ascending || ' + descending ' || descending || ' is not funds added ' || funds_added
                   || ' - withdrawn ' || funds_withdrawn
              from psd
             where ascending + descending <> funds_added - funds_withdrawn
                or least(ascending, descending, funds_added, funds_withdrawn) < 0""";

    private static final String PIECES =
            """
            select 'psd ' || lpad(p.serial::text, 8, '0'),
                   'ascending ' || p.ascending || ' and piece count ' || p.piece_count || ', but its pieces are worth '
                   || coalesce(sum(c.value), 0) || ' and number ' || count(c.value)
              from psd p left join indicium_content c on c.psd = p.serial
             group by p.serial
            having p.ascending <> coalesce(sum(c.value), 0) or p.piece_count <> count(c.value)""";

    private static final String CREDITED =
            """
            select 'psd ' || lpad(p.serial::text, 8, '0'),
                   'funds added ' || p.funds_added || ', but its credited downloads are ' || coalesce(sum(f.amount), 0)
              from psd p left join funding f on f.psd = p.serial and f.state = 'credited'
             group by p.serial
            having p.funds_added <> coalesce(sum(f.amount), 0)""";

    private RegisterCheck() {}

    static void run(Connection snapshot, Findings findings) throws SQLException {
        findings.addRows("I1", snapshot, FUNDS);
        findings.addRows("I1", snapshot, CREDITED);
        findings.addRows("I3", snapshot, PIECES);
    }
}
