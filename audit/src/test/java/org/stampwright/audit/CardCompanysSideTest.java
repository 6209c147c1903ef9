package org.stampwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stampwright.audit.AuditedWorld.PAID;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.audit.CardLists.Intent;
import org.stampwright.audit.CardLists.Refund;
import org.stampwright.audit.CardLists.Session;

/** Records of the card company that the vendor's payments lack. */
class CardCompanysSideTest {

    private static final String ORDER = AuditedWorld.ORDER.toString();
    private static final String BY_PAGE = "update payment set kind = 'session', session_id = 'cs_1'";
    private static final String OPEN_PAGE = "insert into payment (order_id, number, kind, state, session_id, amount, "
            + "expires_at) values ('" + ORDER + "', 2, 'session', 'open', 'cs_2', 880, now())";
    private static final String CANCELLED_PAGE = OPEN_PAGE.replace("'open'", "'cancelled'");
    private static final String OPENING_PAGE = OPEN_PAGE.replace("'open', 'cs_2'", "'opening', null");
    private static final Session COMPLETE = new Session("cs_1", "complete", "pi_1", ORDER);

    private final AuditedWorld world = AuditedWorld.shared();

    @Test
    void a_charge_that_belongs_to_no_payment_is_named() throws SQLException {
        assertThat(withIntents(new Intent("pi_2", "succeeded", 880, ORDER)))
                .containsExactly(new Finding("I7", "order " + ORDER, "intent pi_2 took 880 and belongs to no payment"));
        assertThat(withIntents(new Intent("pi_2", "succeeded", 880, "")))
                .containsExactly(new Finding("I7", "intent pi_2", "intent pi_2 took 880 and belongs to no payment"));
    }

    @Test
    void a_hold_that_belongs_to_no_payment_is_named_unless_a_page_of_its_order_is_open() throws SQLException {
        Intent holding = new Intent("pi_2", "requires_capture", 0, ORDER);
        assertThat(withIntents(holding))
                .containsExactly(
                        new Finding("I7", "order " + ORDER, "intent pi_2 holds money and belongs to no payment"));
        assertThat(world.findings(world.records(), cards(holding), OPENING_PAGE))
                .isEmpty();
        assertThat(world.findings(
                        world.records(),
                        cards(holding),
                        OPENING_PAGE,
                        "update payment set state = 'expired' where number = 2"))
                .extracting(Finding::invariant)
                .contains("I7");
    }

    @Test
    void a_hold_of_an_ended_payment_is_named() throws SQLException {
        Intent held = new Intent("pi_1", "requires_capture", 0, ORDER);
        assertThat(world.findings(
                        world.records(),
                        AuditedWorld.cards(List.of(held), List.of(), List.of()),
                        "update payment set state = 'cancelled', captured = 0"))
                .extracting(Finding::detail)
                .contains("payment 1 is cancelled, but the card company still holds the amount");
    }

    @Test
    void unconfirmed_intents_without_a_payment_hold_nothing() throws SQLException {
        assertThat(withIntents(
                        new Intent("pi_2", "requires_confirmation", 0, ORDER),
                        new Intent("pi_3", "canceled", 0, ORDER)))
                .isEmpty();
    }

    /** Each row: a listed page, the vendor's payments, and the findings. */
    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "cs_1, complete, pi_1, -",
                "cs_1, complete, pi_7, 'I7 payment 1 is captured by intent pi_1, its page cs_1 by intent pi_7'",
                "cs_1, expired,  '',   'I5 payment 1 is captured, but its page cs_1 is expired'",
                "cs_1, open,     '',   'I5 payment 1 is captured, but its page cs_1 can still be paid'",
            })
    void a_page_is_compared_with_its_payment(String id, String status, String intent, String expected)
            throws SQLException {
        List<Finding> findings = world.findings(
                world.records(),
                AuditedWorld.cards(List.of(PAID), List.of(new Session(id, status, intent, ORDER)), List.of()),
                BY_PAGE);
        assertThat(findings)
                .extracting(finding -> finding.invariant() + " " + finding.detail())
                .matches(lines -> expected == null ? lines.isEmpty() : lines.contains(expected));
    }

    @Test
    void a_page_that_was_paid_and_belongs_to_no_payment_is_named() throws SQLException {
        CardLists listed =
                AuditedWorld.cards(List.of(PAID), List.of(new Session("cs_2", "complete", "pi_1", ORDER)), List.of());
        assertThat(world.findings(world.records(), listed))
                .containsExactly(
                        new Finding("I7", "order " + ORDER, "page cs_2 is complete and belongs to no payment"));
        assertThat(world.findings(world.records(), listed, OPENING_PAGE)).isEmpty();
        assertThat(world.findingsWhenMeanwhile(world.records(), listed, OPEN_PAGE))
                .isEmpty();
    }

    @Test
    void a_page_that_can_still_be_paid_although_the_payment_has_ended_is_named() throws SQLException {
        CardLists listed =
                AuditedWorld.cards(List.of(PAID), List.of(new Session("cs_2", "open", "", ORDER)), List.of());
        assertThat(world.findings(world.records(), listed, CANCELLED_PAGE))
                .containsExactly(new Finding(
                        "I5", "order " + ORDER, "payment 2 is cancelled, but its page cs_2 can still be paid"));
        assertThat(world.findings(world.records(), listed, OPEN_PAGE)).isEmpty();
    }

    @Test
    void an_expired_page_without_a_payment_is_ignored() throws SQLException {
        assertThat(world.findings(
                        world.records(),
                        AuditedWorld.cards(
                                List.of(PAID), List.of(new Session("cs_2", "expired", "", ORDER)), List.of())))
                .isEmpty();
    }

    @Test
    void a_page_that_the_company_does_not_list_is_named() throws SQLException {
        assertThat(world.findingsAfter(BY_PAGE))
                .containsExactly(new Finding(
                        "I7",
                        "order " + ORDER,
                        "payment 1 is captured by page cs_1, which the card company does not list"));
    }

    @Test
    void a_refund_that_is_not_recorded_here_is_reported() throws SQLException {
        assertThat(withRefund(new Refund("re_1", "succeeded", 880, "pi_1")))
                .containsExactly(new Finding(
                        "I6",
                        "order " + ORDER,
                        "refund re_1 of 880 is succeeded at the card company and not recorded here"));
        assertThat(withRefund(new Refund("re_1", "pending", 10, "pi_1"))).hasSize(1);
        assertThat(withRefund(new Refund("re_1", "failed", 880, "pi_1"))).isEmpty();
        assertThat(withRefund(new Refund("re_1", "succeeded", 880, "pi_of_another_shop")))
                .isEmpty();
    }

    /** Payments before the window need not be listed, but a listed one is compared. */
    @Test
    void payments_before_the_window_are_not_missed() throws SQLException {
        Optional<Instant> since = Optional.of(Instant.now().plusSeconds(3_600));
        assertThat(world.findings(world.records(), new CardLists(since, Map.of(), Map.of(), Map.of()), BY_PAGE))
                .isEmpty();
        Intent less = new Intent("pi_1", "succeeded", 870, ORDER);
        assertThat(world.findings(
                        world.records(),
                        new CardLists(since, Map.of("pi_1", less), Map.of("cs_1", COMPLETE), Map.of()),
                        BY_PAGE))
                .extracting(Finding::invariant)
                .containsExactly("I5");
    }

    private List<Finding> withIntents(Intent... more) throws SQLException {
        return world.findings(world.records(), cards(more));
    }

    private static CardLists cards(Intent... more) {
        List<Intent> all = new ArrayList<>(List.of(more));
        all.add(PAID);
        return AuditedWorld.cards(all, List.of(), List.of());
    }

    private List<Finding> withRefund(Refund refund) throws SQLException {
        return world.findings(world.records(), AuditedWorld.cards(List.of(PAID), List.of(), List.of(refund)));
    }
}
