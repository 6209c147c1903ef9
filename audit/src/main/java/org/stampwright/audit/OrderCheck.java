package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.stampwright.audit.CardLists.Intent;

/** I5, I6, I7, I13, I14: orders at rest against their pieces, their payments and the card company's own lists. */
final class OrderCheck {

    private static final String RELEASED = """
            select 'order ' || o.id, 'is ' || o.state || ' with ' || coalesce(max(p.captured), 0) || ' captured of '
                   || o.total
              from postage_order o left join payment p on p.order_id = o.id and p.state = 'captured'
             where o.state in ('captured', 'released', 'printed')
             group by o.id having coalesce(sum(p.captured), 0) <> o.total""";

    private static final String ENDED = """
            select 'order ' || o.id, 'is ' || o.state || ' but ' ||
                   case when p.order_id is not null then 'its payment ' || p.number || ' is ' || p.state
                        else 'piece ' || l.piece_count || ' of psd ' || l.psd || ' is live' end
              from postage_order o
              left join payment p on p.order_id = o.id and p.state in ('captured', 'held', 'open', 'requires-action')
              left join (%s) l on l.order_id = o.id
             where o.state in ('declined', 'cancelled', 'expired') and (p.order_id is not null or l.psd is not null)
            """.formatted(StockCheck.LIVE_PIECES);

    private static final String PRICE = """
            select 'order ' || o.id, 'captured ' || o.total || ', live pieces ' || coalesce(sum(l.value), 0) || ' + fee '
                   || o.fee || ' + rounding ' || o.rounding
              from postage_order o left join (%s) l on l.order_id = o.id
             where o.state in ('captured', 'released', 'printed')
             group by o.id having o.total <> coalesce(sum(l.value), 0) + o.fee + o.rounding
                               or count(l.psd) <> o.pieces""".formatted(StockCheck.LIVE_PIECES);

    private static final String ONE_CHARGE = """
            select 'order ' || order_id, count(*) || ' payments hold or took money'
              from payment where state in ('held', 'captured') group by order_id having count(*) > 1""";

    /** Nobody is named and the limit has passed: the sweep should have finished or undone it. */
    private static final String UNFINISHED = """
            select 'order ' || id, 'has been ' || state || ' since ' || placed_at || ' and waits for nobody'
              from postage_order
             where state not in ('draft', 'released', 'printed', 'declined', 'cancelled', 'expired')
               and waits_for is null and placed_at < now() - interval '40 minutes'""";

    private static final String WHOLE_MONEY = """
            select 'order ' || id, 'total ' || total || ' is not postage + fee + rounding in whole minor units'
              from postage_order
             where total is not null and (total <> postage + fee + rounding or total % 10 <> 0 or rounding not between 0 and 9)""";

    private OrderCheck() {
    }

    static void run(Connection snapshot, Connection present, CardLists cards, Findings findings) throws SQLException {
        findings.addRows("I5", snapshot, RELEASED);
        findings.addRows("I5", snapshot, ENDED);
        findings.addRows("I6", snapshot, PRICE);
        findings.addRows("I7", snapshot, ONE_CHARGE);
        findings.addRows("I13", snapshot, UNFINISHED);
        findings.addRows("I14", snapshot, WHOLE_MONEY);
        compareWithCompany(snapshot, present, cards, findings);
    }

    /** Only closed payments are compared; an intent of an open one may be in any state. */
    private static void compareWithCompany(Connection snapshot, Connection present, CardLists cards, Findings findings)
            throws SQLException {
        Map<String, Intent> unclaimed = new HashMap<>(cards.intents());
        try (PreparedStatement query = snapshot.prepareStatement(
                "select order_id, number, state, intent_id, amount, captured from payment where intent_id is not null");
             ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                Intent intent = unclaimed.remove(rows.getString("intent_id"));
                String subject = "order " + rows.getString("order_id");
                String payment = "payment " + rows.getInt("number") + " is " + rows.getString("state");
                if (intent == null) {
                    findings.add("I7", subject, payment + " by intent " + rows.getString("intent_id")
                            + ", which the card company does not list");
                } else {
                    compare(subject, payment, rows, intent, findings);
                }
            }
        }
        reportChargesOfNoOrder(present, unclaimed, findings);
    }

    private static void compare(String subject, String payment, ResultSet row, Intent intent, Findings findings)
            throws SQLException {
        long expected = row.getString("state").equals("captured") ? row.getLong("captured") : 0;
        boolean open = switch (row.getString("state")) {
            case "opening", "open", "requires-action", "held" -> true;
            default -> false;
        };
        if (!open && intent.receivedMills() != expected) {
            findings.add("I5", subject, payment + " with " + expected + " captured; the card company says "
                    + intent.receivedMills());
        }
        if (!open && expected == 0 && intent.status().equals("requires_capture")) {
            findings.add("I5", subject, payment + ", but the card company still holds the amount");
        }
    }

    /** A charge since the snapshot belongs to a payment by now: its intent is committed before it is confirmed. */
    private static void reportChargesOfNoOrder(Connection present, Map<String, Intent> unclaimed, Findings findings)
            throws SQLException {
        for (Intent intent : unclaimed.values()) {
            if (intent.receivedMills() > 0 && !isKnown(present, intent)) {
                findings.add("I7", "intent " + intent.id(), "took " + intent.receivedMills()
                        + " and belongs to no payment; its order is said to be " + intent.order());
            }
        }
    }

    private static boolean isKnown(Connection present, Intent intent) throws SQLException {
        try (PreparedStatement query = present.prepareStatement("select 1 from payment where intent_id = ?")) {
            query.setString(1, intent.id());
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
