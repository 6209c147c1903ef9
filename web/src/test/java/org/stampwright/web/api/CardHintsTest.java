package org.stampwright.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.payment.Webhooks;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.workflow.OrderProgress;

class CardHintsTest {

    private static final UUID ORDER = UUID.randomUUID();

    private final List<UUID> advanced = new ArrayList<>();
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
    void a_repeated_event_is_a_repeated_hint() {
        hints().take("pi_ours", "right");
        hints().take("pi_ours", "right");
        waiting.forEach(Runnable::run);
        assertThat(advanced).containsExactly(ORDER, ORDER);
    }

    @Test
    void an_event_for_another_payment_is_accepted_and_ignored() {
        assertThat(hints().take("pi_theirs", "right")).isEmpty();
        assertThat(waiting).isEmpty();
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
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        CardHints hints = hints();
        hints.threads = plainThreads();
        hints.open();
        for (int i = 0; i < CardHints.AT_ONCE + CardHints.MOST_WAITING + 5; i++) {
            hints.executor.execute(() -> {
                awaits(end);
                done.incrementAndGet();
            });
        }
        end.countDown();
        await().untilAtomic(done, equalTo(CardHints.AT_ONCE + CardHints.MOST_WAITING));
        hints.close();
        assertThat(hints.executor.isShutdown()).isTrue();
    }

    private static void awaits(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
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
            public Answer<Optional<UUID>> read(String body, String signature) {
                return signature.equals("right")
                        ? Answer.granted(Optional.of(ORDER).filter(id -> body.equals("pi_ours")))
                        : Answer.refused(ProblemKind.UNAUTHENTICATED, "The signature does not fit.");
            }
        };
        hints.progress = new Noting();
        hints.executor = (ExecutorService) Proxy.newProxyInstance(
                CardHintsTest.class.getClassLoader(),
                new Class<?>[] {ExecutorService.class},
                (proxy, method, given) -> {
                    assertThat(method.getName()).isEqualTo("execute");
                    waiting.add((Runnable) given[0]);
                    return null;
                });
        return hints;
    }

    private final class Noting extends OrderProgress {
        @Override
        public OrderState advance(UUID order) {
            advanced.add(order);
            if (fault != null) {
                throw fault;
            }
            return OrderState.HELD;
        }
    }
}
