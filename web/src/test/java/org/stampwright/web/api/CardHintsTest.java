package org.stampwright.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.payment.Webhooks;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.workflow.OrderProgress;

class CardHintsTest {

    private static final UUID ORDER = UUID.randomUUID();

    private final List<UUID> advanced = new CopyOnWriteArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private RuntimeException fault;

    @Test
    void an_event_for_our_order_continues_it_after_the_response() {
        assertThat(hints().take("pi_ours", "right")).isEmpty();
        assertThat(advanced).isEmpty();
        waiting.remove().run();
        assertThat(advanced).containsExactly(ORDER);
    }

    @Test
    void events_that_come_while_a_hint_waits_are_one_hint_and_a_later_one_is_another() {
        CardHints hints = hints();
        hints.take("pi_ours", "right");
        hints.take("pi_ours", "right");
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        hints.take("pi_ours", "right");
        waiting.remove().run();
        assertThat(advanced).containsExactly(ORDER, ORDER);
    }

    @Test
    void an_event_for_another_payment_is_accepted_and_ignored() {
        assertThat(hints().take("pi_theirs", "right")).isEmpty();
        waiting.remove().run();
        assertThat(advanced).isEmpty();
    }

    @Test
    void a_wrong_signature_is_refused_and_nothing_changes() {
        assertThat(hints().take("pi_ours", "wrong")).get().extracting("kind").isEqualTo(ProblemKind.UNAUTHENTICATED);
        assertThat(waiting).isEmpty();
    }

    @Test
    void a_fault_while_continuing_stays_on_its_own_thread() {
        fault = new IllegalStateException("an unexpected answer of the authority");
        hints().take("pi_ours", "right");
        assertThatCode(() -> waiting.remove().run()).doesNotThrowAnyException();
        assertThat(advanced).containsExactly(ORDER);
    }

    @Test
    void hints_beyond_the_most_that_wait_are_dropped() {
        CardHints hints = hints();
        for (int i = 0; i < CardHints.MOST_WAITING + 5; i++) {
            hints.take("pi_" + i, "right");
        }
        assertThat(waiting).hasSize(CardHints.MOST_WAITING);
    }

    @Test
    void a_hint_is_taken_up_on_a_thread_of_the_pool_after_a_pause() {
        CardHints hints = hints();
        hints.threads = plainThreads();
        hints.open();
        hints.take("pi_ours", "right");
        await().untilAsserted(() -> assertThat(advanced).containsExactly(ORDER));
        hints.close();
        assertThat(hints.executor.isShutdown()).isTrue();
    }

    private static ManagedThreadFactory plainThreads() {
        return (ManagedThreadFactory) Proxy.newProxyInstance(
                CardHintsTest.class.getClassLoader(),
                new Class<?>[] {ManagedThreadFactory.class},
                (proxy, method, given) -> new Thread((Runnable) given[0]));
    }

    private CardHints hints() {
        var hints = new CardHints();
        hints.webhooks = new Webhooks() {
            @Override
            public Answer<String> read(String body, String signature) {
                return signature.equals("right")
                        ? Answer.granted(body)
                        : Answer.refused(ProblemKind.UNAUTHENTICATED, "The signature does not fit.");
            }

            @Override
            public Optional<UUID> orderOf(String sessionOrIntent) {
                return Optional.of(ORDER).filter(id -> sessionOrIntent.equals("pi_ours"));
            }
        };
        hints.progress = new Noting();
        hints.executor = (ScheduledExecutorService) Proxy.newProxyInstance(
                CardHintsTest.class.getClassLoader(),
                new Class<?>[] {ScheduledExecutorService.class},
                (proxy, method, given) -> {
                    assertThat(method.getName()).isEqualTo("schedule");
                    waiting.add((Runnable) given[0]);
                    return null;
                });
        return hints;
    }

    private final class Noting extends OrderProgress {
        @Override
        public void hint(UUID order) {
            advanced.add(order);
            if (fault != null) {
                throw fault;
            }
        }
    }
}
