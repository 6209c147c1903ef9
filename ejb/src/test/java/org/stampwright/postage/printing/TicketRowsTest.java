package org.stampwright.postage.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stampwright.postage.container.Shop.granted;
import static org.stampwright.postage.container.Shop.refused;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.container.Shop;
import org.stampwright.postage.order.Placement;
import org.stampwright.postage.order.PlacingOrders;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.refusal.ProblemKind;

/** Tickets as stored: only their hash, each wrong number counted, one run each, by the database's clock. */
class TicketRowsTest {

    private static final UUID RUN = new UUID(0, 1);
    private static Shop shop;
    private final Tickets tickets = shop.get(Tickets.class);
    private final TicketRows rows = shop.get(TicketRows.class);
    private UUID order;

    @BeforeAll
    static void open() {
        shop = new Shop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void place() {
        shop.reset();
        order = granted(shop.get(PlacingOrders.class)
                        .place(
                                shop.client,
                                new Placement(
                                        "k",
                                        "10.0.0.1",
                                        shop.sheet,
                                        null,
                                        List.of(new LineRequest("letter", 1, null)),
                                        "pm_card_visa")))
                .order();
    }

    private void isNow(String state) {
        shop.change("update postage_order set state = '" + state + "', franked_by = 1, claimed_at = now()");
    }

    @Test
    void only_a_released_order_of_the_caller_gets_one() {
        assertThat(refused(tickets.issue(shop.client, order)).kind()).isEqualTo(ProblemKind.STILL_RUNNING);
        isNow("captured");
        assertThat(refused(tickets.issue(shop.client, order)).kind()).isEqualTo(ProblemKind.STILL_RUNNING);
        isNow("declined");
        assertThat(refused(tickets.issue(shop.client, order)).kind()).isEqualTo(ProblemKind.TOO_LATE);
        isNow("released");
        assertThat(refused(tickets.issue(shop.consumer, order)).kind()).isEqualTo(ProblemKind.NOT_FOUND);
        IssuedTicket ticket = granted(tickets.issue(shop.client, order));
        assertThat(shop.one("select length(token_hash) from print_ticket")).isEqualTo("32");
        assertThat(shop.one("select print_ticket::text from print_ticket"))
                .doesNotContain(ticket.ticket().text());
    }

    @Test
    void a_wrong_serial_number_is_counted_although_it_is_refused() {
        isNow("released");
        String ticket = granted(tickets.issue(shop.client, order)).ticket().text();
        for (int i = 1; i <= 5; i++) {
            assertThat(refused(rows.redeem(ticket, shop.other, RUN)).kind()).isEqualTo(ProblemKind.WRONG_SERIAL);
            assertThat(shop.one("select wrong_serials from print_ticket")).isEqualTo(String.valueOf(i));
        }
        assertThat(refused(rows.redeem(ticket, shop.sheet, RUN)).kind()).isEqualTo(ProblemKind.TICKET_ENDED);
        assertThat(shop.one("select run from print_ticket")).isNull();
    }

    @Test
    void it_is_bound_to_the_first_run_and_the_report_ends_the_order() {
        isNow("released");
        String ticket = granted(tickets.issue(shop.client, order)).ticket().text();
        assertThat(granted(rows.redeem(ticket, shop.sheet, RUN))).isEqualTo(order);
        assertThat(granted(rows.redeem(ticket, shop.sheet, RUN))).isEqualTo(order);
        assertThat(refused(rows.redeem(ticket, shop.sheet, new UUID(0, 2))).kind())
                .isEqualTo(ProblemKind.TICKET_USED);
        assertThat(refused(tickets.report(ticket, new UUID(0, 2), Tickets.PRINTED, null))
                        .kind())
                .isEqualTo(ProblemKind.TICKET_USED);
        granted(tickets.report(ticket, RUN, Tickets.FAILED, "no paper"));
        assertThat(shop.one("select state from postage_order")).isEqualTo("released");
        granted(tickets.report(ticket, RUN, Tickets.PRINTED, null));
        assertThat(shop.one("select state from postage_order")).isEqualTo("printed");
        granted(tickets.report(ticket, RUN, Tickets.FAILED, "come late"));
        assertThat(shop.one("select outcome || coalesce(detail, '') from print_ticket"))
                .isEqualTo("printed");
    }

    @Test
    void nothing_is_known_of_a_ticket_that_was_never_issued() {
        assertThat(refused(rows.redeem("invented", shop.sheet, RUN)).kind()).isEqualTo(ProblemKind.TICKET_ENDED);
        assertThat(refused(tickets.redeem("invented", shop.sheet, RUN)).kind()).isEqualTo(ProblemKind.OVERLOADED);
        assertThat(refused(tickets.report("invented", RUN, "eaten", null)).kind())
                .isEqualTo(ProblemKind.MALFORMED_JSON);
    }

    @Test
    void the_databases_clock_says_when_it_has_expired() {
        isNow("released");
        String ticket = granted(tickets.issue(shop.client, order)).ticket().text();
        shop.change("update print_ticket set expires_at = now() - interval '1 second'");
        assertThat(refused(rows.redeem(ticket, shop.sheet, RUN)).kind()).isEqualTo(ProblemKind.TICKET_EXPIRED);
    }
}
