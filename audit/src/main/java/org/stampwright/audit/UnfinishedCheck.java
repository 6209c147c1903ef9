package org.stampwright.audit;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * I13: no order stays unfinished for longer than the limit while those it waits for answer. The authority and the card
 * company have answered this very audit, so an order that still waits for one of them is as wrong as one that waits for
 * nobody; a server system answers if the operator has admitted one that processes and it shows a sign of life.
 */
final class UnfinishedCheck {

    /**
     * A consumer has five minutes to go to pay and 31 to pay, and order recovery some to notice; a claimed order waits for
     * machines only.
     */
    private static final String OVERDUE =
            """
            (placed_at < now() - interval '40 minutes' or claimed_at < now() - interval '10 minutes')""";

    private static final String ONE_PROCESSES =
            """
            exists (select 1 from server_system s where s.state = 'admitted' and s.role in ('processing', 'both')
                       and s.heartbeat_at > now() - interval '10 seconds')""";

    /** What waits for the operator is the operator's to see in the finding about the suspended PSD. */
    private static final String LOOKED_AT = """
            exists (select 1 from psd where state = 'suspended')""";

    private static final String UNFINISHED =
            """
            select 'order ' || id, 'has been ' || state || ', placed at ' || placed_at || ', and waits for '
                   || case waits_for when 'card' then 'the card company, which answers'
                                     when 'authority' then 'the authority, which answers'
                                     when 'server-system' then 'a server system, of which one is there'
                                     when 'consumer' then 'the consumer, whose time is over'
                                     when 'operator' then 'the operator, to whom nothing is shown'
                                     else coalesce(waits_for, 'nobody') end
              from postage_order
             where state not in ('draft', 'released', 'printed', 'declined', 'cancelled', 'expired')
               and %s
               and (waits_for is distinct from 'server-system' or %s)
               and (waits_for is distinct from 'operator' or not %s)"""
                    .formatted(OVERDUE, ONE_PROCESSES, LOOKED_AT);

    private UnfinishedCheck() {}

    static void run(Connection snapshot, Findings findings) throws SQLException {
        findings.addRows("I13", snapshot, UNFINISHED);
    }
}
