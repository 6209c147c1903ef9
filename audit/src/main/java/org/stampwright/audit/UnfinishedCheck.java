package org.stampwright.audit;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * I13: no order stays unfinished for longer than the limit while the party it waits for answers. The authority and the
 * card company have answered this audit, so an overdue order that waits for one of them is a finding, and so is one
 * that names no party. A server system answers if one that processes is admitted and its heartbeat is recent.
 */
final class UnfinishedCheck {

    /**
     * A consumer has five minutes to go to the payment and 31 to pay, and order recovery needs some time after that; a
     * claimed order waits for machines only.
     */
    private static final String OVERDUE =
            """
            (placed_at < now() - interval '40 minutes' or claimed_at < now() - interval '10 minutes')""";

    private static final String ONE_PROCESSES =
            """
            exists (select 1 from server_system s where s.state = 'admitted' and s.role in ('processing', 'both')
                       and s.heartbeat_at > now() - interval '10 seconds')""";

    /** An order that waits for the operator is covered by the finding about the suspended or the lost PSD. */
    private static final String LOOKED_AT =
            """
            (exists (select 1 from psd where state = 'suspended') or exists (select 1 from psd_difference))""";

    private static final String UNFINISHED =
            """
            select 'order ' || id, 'has been ' || state || ', placed at ' || placed_at || ', and waits for '
                   || case waits_for when 'card' then 'the card company, which answers'
                                     when 'authority' then 'the authority, which answers'
                                     when 'server-system' then 'a server system, of which one is live'
                                     when 'consumer' then 'the consumer, whose time is up'
                                     when 'operator' then 'the operator, although no PSD is suspended'
                                     else coalesce(waits_for, 'no named party') end
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
