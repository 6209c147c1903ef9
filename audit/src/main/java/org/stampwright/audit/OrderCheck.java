package org.stampwright.audit;

import java.util.List;
import org.stampwright.audit.OrderPage.Rule;

/** I5, I6, I7, I14: compares orders at rest with their pieces and their payments. */
final class OrderCheck {

    private static final String RELEASED =
            """
            select 'order ' || o.id, 'is ' || o.state || ' with ' || coalesce(max(p.captured), 0) || ' captured of '
                   || o.total
              from page join postage_order o on o.id = page.id
              left join payment p on p.order_id = o.id and p.state = 'captured'
             where o.state in ('captured', 'released', 'printed')
             group by o.id having coalesce(sum(p.captured), 0) <> o.total""";

    private static final String ENDED =
            """
            select 'order ' || o.id, 'is ' || o.state || ' but ' ||
                   case when p.order_id is not null then 'its payment ' || p.number || ' is ' || p.state
                        else 'piece ' || l.piece_count || ' of psd ' || l.psd || ' is live' end
              from page join postage_order o on o.id = page.id
              left join payment p on p.order_id = o.id and p.state in
                   ('captured', 'held', 'opening', 'open', 'requires-action')
              left join live l on l.order_id = o.id
             where o.state in ('declined', 'cancelled', 'expired') and (p.order_id is not null or l.psd is not null)""";

    private static final String PRICE =
            """
            select 'order ' || o.id, 'captured ' || o.total || ', live pieces ' || coalesce(sum(l.value), 0)
                   || ' + fee ' || o.fee || ' + rounding ' || o.rounding
              from page join postage_order o on o.id = page.id left join live l on l.order_id = o.id
             where o.state in ('captured', 'released', 'printed')
             group by o.id having o.total <> coalesce(sum(l.value), 0) + o.fee + o.rounding
                               or count(l.psd) <> o.pieces""";

    /** Each line has as many live pieces as its quantity, each of its value and rate category (bytes 45 to 48). */
    private static final String LINES =
            """
            select 'order ' || o.id, 'line ' || n.line || ' is for ' || n.quantity || ' of ' || n.unit_value || ', '
                   || n.rate_category || ', but ' || count(l.psd) || ' of its live pieces are that'
              from page join postage_order o on o.id = page.id
              join order_line n on n.order_id = o.id
              left join live l on l.order_id = o.id and l.line = n.line and l.value = n.unit_value
                              and substring(l.content from 46 for 4) = convert_to(rpad(n.rate_category, 4), 'UTF8')
             where o.state in ('captured', 'released', 'printed')
             group by o.id, n.line, n.quantity, n.unit_value, n.rate_category having count(l.psd) <> n.quantity""";

    private static final String ONE_CHARGE =
            """
            select 'order ' || p.order_id, count(*) || ' payments hold or took money'
              from page join payment p on p.order_id = page.id
             where p.state in ('held', 'captured') group by p.order_id having count(*) > 1""";

    private static final String WHOLE_MONEY =
            """
            select 'order ' || o.id, 'total ' || total || ' is not postage + fee + rounding in whole minor units'
              from page join postage_order o on o.id = page.id
             where total is not null and (total <> postage + fee + rounding or total % 10 <> 0
                   or rounding not between 0 and 9)""";

    static final List<Rule> RULES = List.of(
            new Rule("I5", RELEASED),
            new Rule("I5", ENDED),
            new Rule("I6", PRICE),
            new Rule("I6", LINES),
            new Rule("I7", ONE_CHARGE),
            new Rule("I14", WHOLE_MONEY));

    private OrderCheck() {}
}
