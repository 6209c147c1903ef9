package org.stampwright.postage.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/** A ticket serves one run, on the right sheet, for a limited time. */
class PrintTicketTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final LabelSerial SHEET = LabelSerial.draw("T", new Random(1));
    private static final LabelSerial OTHER = LabelSerial.draw("T", new Random(2));
    private static final UUID RUN = new UUID(0, 1);

    private final PrintTicket ticket = new PrintTicket(new byte[32], new UUID(0, 9), NOW);

    private String redeem(String typed, UUID run, Duration after) {
        return ticket.redeem(SHEET, typed, run, NOW.plus(after))
                .map(refusal -> refusal.kind().slug())
                .orElse("bound");
    }

    private String redeem(String typed) {
        return redeem(typed, RUN, Duration.ZERO);
    }

    @Test
    void the_right_sheet_binds_it_to_the_run() {
        assertThat(redeem(SHEET.printed())).isEqualTo("bound");
        assertThat(redeem(SHEET.printed())).isEqualTo("bound");
        assertThat(redeem(SHEET.printed(), new UUID(0, 2), Duration.ZERO)).isEqualTo("ticket-used");
    }

    @Test
    void the_last_five_characters_do_but_not_four() {
        String printed = SHEET.printed();
        assertThat(redeem(printed.substring(7))).isEqualTo("wrong-serial");
        assertThat(redeem(printed.substring(6).toLowerCase())).isEqualTo("bound");
        assertThat(redeem(SHEET.grouped())).isEqualTo("bound");
    }

    @Test
    void nothing_typed_is_wrong() {
        assertThat(redeem("")).isEqualTo("wrong-serial");
        assertThat(redeem(null)).isEqualTo("wrong-serial");
    }

    @Test
    void five_wrong_serial_numbers_end_it_and_each_says_how_many_are_left() {
        for (int left = 4; left >= 0; left--) {
            Optional<Refusal> refusal = ticket.redeem(SHEET, OTHER.printed(), RUN, NOW);
            assertThat(refusal.orElseThrow().kind()).isEqualTo(ProblemKind.WRONG_SERIAL);
            assertThat(refusal.orElseThrow().facts().get("left")).isEqualTo(left);
        }
        assertThat(redeem(SHEET.printed())).isEqualTo("ticket-ended");
    }

    @Test
    void it_is_open_for_fifteen_minutes() {
        assertThat(redeem(SHEET.printed(), RUN, Duration.ofMinutes(15).plusMillis(1)))
                .isEqualTo("ticket-expired");
        assertThat(redeem(SHEET.printed(), RUN, Duration.ofMinutes(15))).isEqualTo("bound");
    }

    @Test
    void it_serves_its_run_again_for_ten_minutes() {
        Duration bound = Duration.ofMinutes(14);
        assertThat(redeem(SHEET.printed(), RUN, bound)).isEqualTo("bound");
        assertThat(redeem(SHEET.printed(), RUN, bound.plusMinutes(10))).isEqualTo("bound");
        assertThat(redeem(SHEET.printed(), RUN, bound.plusMinutes(10).plusMillis(1)))
                .isEqualTo("ticket-expired");
    }

    @Test
    void only_its_run_reports_and_after_printing_it_has_ended() {
        assertThat(ticket.report(RUN, Tickets.PRINTED, null)).isPresent();
        redeem(SHEET.printed());
        assertThat(ticket.report(new UUID(0, 2), Tickets.PRINTED, null)).isPresent();
        assertThat(ticket.report(RUN, Tickets.FAILED, "paper jam")).isEmpty();
        assertThat(redeem(SHEET.printed())).isEqualTo("bound");
        assertThat(ticket.report(RUN, Tickets.PRINTED, null)).isEmpty();
        assertThat(redeem(SHEET.printed())).isEqualTo("ticket-ended");
    }
}
