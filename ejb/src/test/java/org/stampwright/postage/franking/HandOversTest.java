package org.stampwright.postage.franking;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.Snapshots;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.server.Candidate;
import org.stampwright.postage.server.ServerSystems;
import org.stampwright.postage.server.ThisInstance;

/** Which server system is offered an order, and when a claim is taken back. */
class HandOversTest {

    private static final UUID ORDER = UUID.randomUUID();
    private static final Candidate ALDER = new Candidate(1, "alder", "http://127.0.0.1:1");
    private static final Candidate BIRCH = new Candidate(2, "birch", "http://127.0.0.1:2");
    private static final HandOverOffer TAKEN =
            new HandOverOffer.Taken(new FrankingOutcome(OrderState.RECEIPTED, 1, null, null));

    private final Map<Candidate, HandOverOffer> says = new HashMap<>();
    private final List<Candidate> asked = new ArrayList<>();
    private OrderSnapshot standing;
    private int takenBack;
    private HandOvers handOvers;

    @BeforeEach
    void wire() {
        handOvers = new HandOvers();
        handOvers.systems = new ServerSystems() {
            @Override
            public Optional<Candidate> living(long id) {
                return List.of(ALDER, BIRCH).stream()
                        .filter(one -> one.id() == id)
                        .findFirst();
            }

            @Override
            public List<Candidate> selectionOrder() {
                return List.of(ALDER, BIRCH);
            }
        };
        handOvers.client = new HandOverClient() {
            @Override
            HandOverOffer offer(Candidate to, UUID order) {
                asked.add(to);
                return says.get(to);
            }
        };
        handOvers.orders = new OrderTransitions() {
            @Override
            public Optional<OrderSnapshot> find(UUID order) {
                return Optional.of(standing);
            }

            @Override
            public boolean givenBack(OrderRef order, ProblemKind reason, String detail) {
                takenBack++;
                standing = Snapshots.of(ORDER, order.attempt() + 1, OrderState.HELD, null);
                return true;
            }
        };
    }

    private void order(OrderState state, Long claimant) {
        standing = Snapshots.of(ORDER, 1, state, claimant);
    }

    @Test
    void a_claim_is_not_taken_back_from_an_overloaded_claimant() {
        order(OrderState.CLAIMED, 1L);
        says.put(ALDER, new HandOverOffer.Busy("alder has too much to do"));
        assertThat(handOvers.handOver(ORDER)).isInstanceOf(HandOverOutcome.Unknown.class);
        assertThat(takenBack).isZero();
        assertThat(asked).containsExactly(ALDER);
    }

    @Test
    void a_claim_is_not_taken_back_while_this_instance_has_too_many_hand_overs_in_flight() {
        order(OrderState.CLAIMED, 1L);
        says.put(ALDER, new HandOverOffer.NotMade("too much"));
        assertThat(handOvers.handOver(ORDER)).isInstanceOf(HandOverOutcome.Unknown.class);
        assertThat(takenBack).isZero();
    }

    @Test
    void a_claim_is_taken_back_from_a_claimant_that_cannot_continue_and_the_order_is_offered_in_turn() {
        order(OrderState.CLAIMED, 1L);
        says.put(ALDER, new HandOverOffer.Refused("no PSD is at work"));
        says.put(BIRCH, TAKEN);
        assertThat(handOvers.handOver(ORDER)).isInstanceOf(HandOverOutcome.Stored.class);
        assertThat(takenBack).isEqualTo(1);
    }

    @Test
    void a_held_order_is_offered_to_the_next_when_one_is_overloaded() {
        order(OrderState.HELD, null);
        says.put(ALDER, new HandOverOffer.Busy("alder has too much to do"));
        says.put(BIRCH, TAKEN);
        assertThat(handOvers.handOver(ORDER)).isInstanceOf(HandOverOutcome.Stored.class);
        assertThat(asked).containsExactly(ALDER, BIRCH);
    }

    @Test
    void with_too_many_hand_overs_in_flight_no_other_server_system_is_asked() {
        order(OrderState.HELD, null);
        says.put(ALDER, new HandOverOffer.NotMade("too much"));
        assertThat(handOvers.handOver(ORDER)).isInstanceOf(HandOverOutcome.NobodyTook.class);
        assertThat(asked).containsExactly(ALDER);
    }

    @Test
    void an_order_that_one_claimed_and_then_failed_is_not_offered_to_the_next() {
        order(OrderState.HELD, null);
        handOvers.client = new HandOverClient() {
            @Override
            HandOverOffer offer(Candidate to, UUID order) {
                asked.add(to);
                standing = Snapshots.of(ORDER, 1, OrderState.CLAIMED, to.id());
                return new HandOverOffer.Refused("HTTP 500");
            }
        };
        assertThat(handOvers.handOver(ORDER)).isInstanceOf(HandOverOutcome.Unknown.class);
        assertThat(asked).containsExactly(ALDER);
    }

    @Test
    void too_busy_and_not_processing_are_told_apart_here() {
        assertThat(offerHere(new TooBusy("too many"))).isInstanceOf(HandOverOffer.Busy.class);
        assertThat(offerHere(new NotProcessing("no PSD"))).isInstanceOf(HandOverOffer.Refused.class);
    }

    @Test
    void a_fault_here_is_passed_on_like_one_of_another_server_system() {
        assertThat(offerHere(new EJBException("no connection"))).isInstanceOf(HandOverOffer.Refused.class);
    }

    @Test
    void too_busy_and_not_processing_are_told_apart_there() {
        assertThat(HandOverClient.read("birch", 503, problem("overloaded"))).isInstanceOf(HandOverOffer.Busy.class);
        assertThat(HandOverClient.read("birch", 503, problem("unavailable"))).isInstanceOf(HandOverOffer.Refused.class);
        assertThat(HandOverClient.read("birch", 500, problem("fault"))).isInstanceOf(HandOverOffer.Refused.class);
        assertThat(HandOverClient.read("birch", 200, "{".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(HandOverOffer.NoAnswer.class);
        assertThat(HandOverClient.read("birch", 200, "{\"state\": \"signed\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(HandOverOffer.Taken.class);
    }

    private static byte[] problem(String kind) {
        return ("{\"type\":\"urn:stampwright:problem:" + kind + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static HandOverOffer offerHere(RuntimeException thrown) {
        HandOverClient client = new HandOverClient();
        client.here = new HandOverIntake() {
            @Override
            public FrankingOutcome frank(UUID order) {
                throw thrown;
            }
        };
        client.instance = new ThisInstance() {
            @Override
            public boolean isRegistered() {
                return true;
            }

            @Override
            public long id() {
                return ALDER.id();
            }
        };
        return client.offer(ALDER, ORDER);
    }
}
