package org.stampwright.audit;

import java.util.List;
import org.stampwright.audit.OrderPage.Rule;

/**
 * I8 and I12: one live piece per label position, one run per ticket. The row of a label names one order, so of two live
 * pieces on one label either both are of one order, or one is not on its label.
 */
final class StockCheck {

    private static final String TWO_ON_ONE_LABEL =
            """
            select string_agg(distinct 'order ' || order_id, ', '),
                   'sheet ' || sheet || ' position ' || position || ' has '
                   || count(*) || ' live pieces'
              from live group by sheet, position having count(*) > 1""";

    private static final String NOT_ITS_LABEL =
            """
            select 'order ' || l.order_id, 'sheet ' || l.sheet || ' position ' || l.position || ' holds its piece '
                   || l.piece_count || ' of psd ' || lpad(l.psd::text, 8, '0') || ', but is '
                   || coalesce(p.state, 'missing') || ' for ' || coalesce(p.order_id::text, 'no order')
              from live l left join label_position p on p.sheet = l.sheet and p.position = l.position
             where p.order_id is distinct from l.order_id or p.state = 'free'""";

    private static final String NOT_ITS_SHEET =
            """
            select 'order ' || o.id, 'is for sheet ' || o.sheet || ', but its piece ' || l.piece_count || ' of psd '
                   || lpad(l.psd::text, 8, '0') || ' is on sheet ' || l.sheet
              from live l join postage_order o on o.id = l.order_id where o.sheet is distinct from l.sheet""";

    private static final String RESERVED_WITHOUT_NEED =
            """
            select 'order ' || o.id,
                   'is ' || o.state || ', but sheet ' || p.sheet || ' position ' || p.position || ' is '
                   || p.state || ' for it'
              from page join postage_order o on o.id = page.id join label_position p on p.order_id = o.id
             where o.state in ('draft', 'declined', 'cancelled', 'expired')
                or (p.state = 'reserved' and o.state in ('released', 'printed'))""";

    private static final String TICKETS =
            """
            select 'order ' || order_id, 'a ticket is ' || state || ' and ' ||
                   case when run is null then 'bound to no run' else 'bound to run ' || run end
              from page join print_ticket t on t.order_id = page.id
             where (state = 'bound' and run is null) or (state = 'open' and run is not null)""";

    /** A reprint repeats the same bytes, so one order has one set of live pieces, of its last attempt. */
    private static final String EARLIER_ATTEMPTS =
            """
            select 'order ' || o.id,
                   'a piece of attempt ' || l.attempt || ' is live, the order is at attempt ' || o.attempt
              from live l join postage_order o on o.id = l.order_id where l.attempt <> o.attempt""";

    static final List<Rule> RULES = List.of(
            new Rule("I8", TWO_ON_ONE_LABEL),
            new Rule("I8", NOT_ITS_LABEL),
            new Rule("I8", NOT_ITS_SHEET),
            new Rule("I8", RESERVED_WITHOUT_NEED),
            new Rule("I12", TICKETS),
            new Rule("I12", EARLIER_ATTEMPTS));

    private StockCheck() {}
}
