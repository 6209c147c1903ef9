package org.stampwright.postage.franking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.postage.container.Shop;
import org.stampwright.postage.order.Placement;
import org.stampwright.postage.order.PlacingOrders;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.worker.OrderNotices;
import org.stampwright.protocol.LyingPeer;
import org.stampwright.protocol.LyingPeer.Told;

/** Which server system gets a claimed order, and when a claim is taken back: two others play parts over HTTP. */
class HandOversTest {

    private static final Told TAKEN = Told.of(200, "{\"refused\": {}}");

    @TempDir
    Path folder;

    private LyingPeer birch;
    private LyingPeer cedar;
    private Shop shop;
    private UUID order;

    @BeforeEach
    void open() {
        birch = new LyingPeer(asked -> TAKEN);
        cedar = new LyingPeer(asked -> TAKEN);
        shop = new Shop(Map.of("stampwright.instance.folder", folder.toString()));
        system("birch", birch.uri().toString());
        system("cedar", cedar.uri().toString());
        order = Shop.granted(shop.get(PlacingOrders.class)
                        .place(
                                shop.client,
                                new Placement(
                                        "k",
                                        "10.0.0.1",
                                        shop.sheet,
                                        1,
                                        List.of(new LineRequest("letter", 1, null)),
                                        "pm_card_visa")))
                .order();
    }

    @AfterEach
    void close() {
        shop.close();
        birch.close();
        cedar.close();
    }

    private void system(String name, String address) {
        shop.change("insert into server_system (name, role, state, address, node_certificate, heartbeat_at) values ('"
                + name + "', 'processing', 'admitted', '" + address + "', '\\x00', now() + interval '1 hour')");
    }

    /** Puts the order into this state at birch, and the web instance's own row out of the selection. */
    private OrderSnapshot at(OrderState state) {
        shop.change("update server_system set role = 'web' where name = 'alder'; update postage_order set state = '"
                + state.text() + "', claimed_at = now(), held_at = now(),"
                + " franked_by = (select id from server_system where name = 'birch')");
        return shop.get(OrderTransitions.class).find(order).orElseThrow();
    }

    private String claimant() {
        return shop.one("select o.attempt || ' ' || o.state || coalesce(' ' || s.name, '') from postage_order o"
                + " left join server_system s on s.id = o.franked_by");
    }

    private HandOverOutcome handOver(OrderSnapshot claimed) {
        return shop.get(HandOvers.class).handOver(claimed);
    }

    private Told refusal() {
        return Told.of(200, "{\"refused\": {\"" + order + "\": \"no PSD is at work here\"}}");
    }

    /** Answers as a server system that takes the order and franks it at once, and tells the driver. */
    private Told franks() {
        shop.change("update postage_order set state = 'receipted' where state = 'claimed'");
        shop.get(OrderNotices.class).arrived(List.of(order));
        return TAKEN;
    }

    @Test
    void the_driver_learns_at_once_that_its_order_was_franked() {
        birch.follow(asked -> franks());
        assertThat(handOver(at(OrderState.CLAIMED)))
                .isInstanceOfSatisfying(
                        HandOverOutcome.Stored.class,
                        stored -> assertThat(stored.order().state()).isEqualTo(OrderState.RECEIPTED));
        assertThat(birch.asked()).containsExactly("POST /internal/orders/frank");
        assertThat(cedar.asked()).isEmpty();
    }

    @Test
    void the_token_names_the_receiver_and_the_order() {
        birch.follow(asked -> asked.header().apply("Authorization").startsWith("Node ey") ? franks() : refusal());
        assertThat(handOver(at(OrderState.CLAIMED))).isInstanceOf(HandOverOutcome.Stored.class);
        assertThat(claimant()).isEqualTo("1 receipted birch");
    }

    @Test
    void a_claim_is_taken_back_from_one_that_refuses_and_the_next_in_the_list_gets_the_order() {
        birch.follow(asked -> refusal());
        cedar.follow(asked -> franks());
        assertThat(handOver(at(OrderState.CLAIMED))).isInstanceOf(HandOverOutcome.Stored.class);
        assertThat(claimant()).isEqualTo("2 receipted cedar");
    }

    @Test
    void a_claim_is_taken_back_from_one_that_is_not_reachable() {
        cedar.follow(asked -> franks());
        OrderSnapshot claimed = at(OrderState.CLAIMED);
        birch.close();
        assertThat(handOver(claimed)).isInstanceOf(HandOverOutcome.Stored.class);
        assertThat(claimant()).isEqualTo("2 receipted cedar");
    }

    @Test
    void a_claim_is_taken_back_from_one_that_is_not_alive_without_asking_it() {
        cedar.follow(asked -> franks());
        shop.change("update server_system set heartbeat_at = now() - interval '11 seconds' where name = 'birch'");
        assertThat(handOver(at(OrderState.CLAIMED))).isInstanceOf(HandOverOutcome.Stored.class);
        assertThat(claimant()).isEqualTo("2 receipted cedar");
        assertThat(birch.asked()).isEmpty();
    }

    @Test
    void an_order_that_all_refuse_is_held_at_a_later_attempt() {
        birch.follow(asked -> refusal());
        cedar.follow(asked -> Told.of(500, "{}"));
        assertThat(handOver(at(OrderState.CLAIMED))).isInstanceOf(HandOverOutcome.Refused.class);
        assertThat(claimant()).isEqualTo("3 held");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | {\"type\":\"urn:stampwright:problem:overloaded\"}",
                "200 | {",
                "200 | {\"refused\": 1}",
                "200 | []",
            })
    void a_claim_is_not_taken_back_from_one_that_may_have_the_order(int status, String body) {
        birch.follow(asked -> Told.of(status, body));
        assertThat(handOver(at(OrderState.CLAIMED))).isInstanceOf(HandOverOutcome.Unknown.class);
        assertThat(claimant()).isEqualTo("1 claimed birch");
        assertThat(cedar.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"franked", "signed"})
    void an_order_with_recorded_contents_stays_with_its_psds_owner(String state) {
        birch.follow(asked -> refusal());
        assertThat(handOver(at(OrderState.of(state)))).isInstanceOf(HandOverOutcome.Stored.class);
        assertThat(claimant()).isEqualTo("1 " + state + " birch");
        assertThat(cedar.asked()).isEmpty();
    }
}
