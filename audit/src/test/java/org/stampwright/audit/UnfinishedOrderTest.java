package org.stampwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An unfinished order is a finding once its limit has passed while the party it waits for answers. */
class UnfinishedOrderTest {

    private static final String ALIVE = "update server_system set heartbeat_at = now()";
    private static final String DEAD = "update server_system set heartbeat_at = now() - interval '1 minute'";

    private final AuditedWorld world = AuditedWorld.shared();

    @ParameterizedTest(name = "{0}, placed {1} minutes ago, waits for {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "held,    41, -,             'no named party'",
                "held,    39, -,             ",
                "placed,  41, card,          'the card company, which answers'",
                "placed,  39, card,          ",
                "signed,  11, authority,     'the authority, which answers'",
                "signed,  9,  authority,     ",
                "claimed, 11, server-system, 'a server system, of which one is live'",
                "franked, 11, server-system, 'a server system, of which one is live'",
                "claimed, 9,  server-system, ",
                "placed,  39, consumer,      ",
                "placed,  41, consumer,      'the consumer, whose time is up'",
                "held,    41, operator,      'the operator, although no PSD is suspended'",
            })
    void it_is_found_while_the_party_it_waits_for_answers(String state, int minutes, String waitsFor, String party)
            throws SQLException {
        List<Finding> findings = world.findingsAfter(ALIVE, order(state, minutes, waitsFor));
        assertThat(overdue(findings))
                .hasSize(party == null ? 0 : 1)
                .allMatch(line -> line.endsWith("and waits for " + party));
    }

    @Test
    void a_server_system_that_is_dead_or_not_admitted_or_web_only_does_not_count() throws SQLException {
        String waiting = order("held", 50, "server-system");
        assertThat(overdue(world.findingsAfter(DEAD, waiting))).isEmpty();
        assertThat(overdue(world.findingsAfter(ALIVE, "update server_system set state = 'draining'", waiting)))
                .isEmpty();
        assertThat(overdue(world.findingsAfter(ALIVE, "update server_system set role = 'web'", waiting)))
                .isEmpty();
        assertThat(overdue(world.findingsAfter(ALIVE, "update server_system set role = 'processing'", waiting)))
                .hasSize(1);
    }

    @Test
    void an_order_that_waits_for_the_operator_is_covered_by_the_suspended_psd() throws SQLException {
        List<Finding> findings = world.findingsAfter(
                order("claimed", 50, "operator"),
                "update psd set state = 'suspended', suspended_because = 'two heads'");
        assertThat(overdue(findings)).isEmpty();
        assertThat(findings).contains(new Finding("I10", "psd 00000017", "is suspended: two heads"));
    }

    @Test
    void an_order_that_waits_for_the_operator_is_covered_by_a_psd_that_this_database_lost() throws SQLException {
        List<Finding> findings = world.findingsAfter(
                order("claimed", 50, "operator"),
                "insert into psd_difference (psd, authority_entry, authority_head, authority_granted, our_funds,"
                        + " noticed_by)"
                        + " values (5, 1, sha256('x'), 0, 0, 'alder')");
        assertThat(overdue(findings)).isEmpty();
    }

    private static List<String> overdue(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.invariant().equals("I13"))
                .map(Finding::toString)
                .toList();
    }

    private static String order(String state, int minutes, String waitsFor) {
        boolean claimed = !state.equals("held") && !state.equals("placed");
        String then = "now() - interval '" + minutes + " minutes'";
        return "update postage_order set state = '" + state + "', placed_at = " + then + ", claimed_at = "
                + (claimed ? then : "null") + ", waits_for = " + (waitsFor == null ? "null" : "'" + waitsFor + "'");
    }
}
