package org.stampwright.audit;

import java.sql.Connection;
import java.sql.SQLException;

/** I8 and I12: one live piece per label position, one run per ticket. */
final class StockCheck {

    /** A piece is live while it is neither abandoned nor voided. */
    static final String LIVE_PIECES =
            """
            select c.* from indicium_content c
              left join indicium_fate f on f.psd = c.psd and f.piece_count = c.piece_count
              left join piece_void v on v.psd = c.psd and v.piece_count = c.piece_count and v.state = 'voided'
             where f.fate is distinct from 'abandoned' and v.id is null""";

    private static final String TWO_ON_ONE_LABEL =
            """
            select string_agg(distinct 'order ' || order_id, ', '), 'sheet ' || sheet || ' position ' || position || ' has '
                   || count(*) || ' live pieces'
              from (%s) live group by sheet, position having count(*) > 1"""
                    .formatted(LIVE_PIECES);

    private static final String NOT_ITS_LABEL =
            """
            select 'order ' || l.order_id, 'sheet ' || l.sheet || ' position ' || l.position || ' holds its piece '
                   || l.piece_count || ' of psd ' || lpad(l.psd::text, 8, '0') || ', but is '
                   || coalesce(p.state, 'missing') || ' for ' || coalesce(p.order_id::text, 'no order')
              from (%s) l left join label_position p on p.sheet = l.sheet and p.position = l.position
             where p.order_id is distinct from l.order_id or p.state = 'free'"""
                    .formatted(LIVE_PIECES);

    private static final String NOT_ITS_SHEET =
            """
            select 'order ' || o.id, 'is for sheet ' || o.sheet || ', but its piece ' || l.piece_count || ' of psd '
                   || lpad(l.psd::text, 8, '0') || ' is on sheet ' || l.sheet
              from (%s) l join postage_order o on o.id = l.order_id where o.sheet is distinct from l.sheet"""
                    .formatted(LIVE_PIECES);

    private static final String RESERVED_WITHOUT_NEED =
            """
            select 'order ' || o.id, 'is ' || o.state || ', but sheet ' || p.sheet || ' position ' || p.position || ' is '
                   || p.state || ' for it'
              from label_position p join postage_order o on o.id = p.order_id
             where o.state in ('draft', 'declined', 'cancelled', 'expired')
                or (p.state = 'reserved' and o.state in ('released', 'printed'))""";

    private static final String TICKETS =
            """
            select 'order ' || order_id, 'a ticket is ' || state || ' and ' ||
                   case when run is null then 'bound to no run' else 'bound to run ' || run end
              from print_ticket
             where (state = 'bound' and run is null) or (state = 'open' and run is not null)""";

    /** A reprint repeats the same bytes, so one order has one set of live pieces, of its last attempt. */
    private static final String EARLIER_ATTEMPTS =
            """
            select 'order ' || o.id, 'a piece of attempt ' || l.attempt || ' is live, the order is at attempt ' || o.attempt
              from (%s) l join postage_order o on o.id = l.order_id where l.attempt <> o.attempt"""
                    .formatted(LIVE_PIECES);

    private StockCheck() {}

    static void run(Connection snapshot, Findings findings) throws SQLException {
        findings.addRows("I8", snapshot, TWO_ON_ONE_LABEL);
        findings.addRows("I8", snapshot, NOT_ITS_LABEL);
        findings.addRows("I8", snapshot, NOT_ITS_SHEET);
        findings.addRows("I8", snapshot, RESERVED_WITHOUT_NEED);
        findings.addRows("I12", snapshot, TICKETS);
        findings.addRows("I12", snapshot, EARLIER_ATTEMPTS);
    }
}
