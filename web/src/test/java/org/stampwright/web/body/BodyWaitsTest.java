package org.stampwright.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyWaitsTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private BodyWaits waits = new BodyWaits(2, LONG);

    @AfterEach
    void stop() {
        threads.shutdownNow();
        waits.close();
    }

    @Test
    void a_body_that_arrives_is_read() throws Exception {
        BodyWait wait = waits.begin();

        assertThat(wait.during(() -> 7)).isEqualTo(7);
    }

    @Test
    void the_longest_wait_ends_when_one_more_begins() throws Exception {
        Future<Boolean> first = slowBody(waits.begin());
        Future<Boolean> second = slowBody(waits.begin());

        BodyWait third = waits.begin();

        assertThat(first.get(5, TimeUnit.SECONDS)).as("given up").isTrue();
        assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(third.during(() -> 7)).isEqualTo(7);
    }

    @Test
    void hundreds_of_slow_bodies_never_hold_more_threads_than_may_wait() throws Exception {
        List<Future<Boolean>> slow = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            slow.add(slowBody(waits.begin()));
        }

        for (Future<Boolean> one : slow.subList(0, 198)) {
            assertThat(one.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_body_that_does_not_arrive_in_time_times_out() throws Exception {
        waits.close();
        waits = new BodyWaits(2, Duration.ofMillis(200));

        assertThat(slowBody(waits.begin()).get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_body_that_keeps_arriving_may_take_longer() {
        BodyWait wait = new BodyWait(0);
        long afterASecond = TimeUnit.SECONDS.toNanos(1);

        assertThat(wait.isOverdue(afterASecond, Duration.ofMillis(500))).isTrue();
        wait.received(16 * 1024);
        assertThat(wait.isOverdue(afterASecond, Duration.ofMillis(500))).isFalse();
    }

    @Test
    void a_finished_wait_is_not_ended_by_later_ones() throws Exception {
        BodyWait over = waits.begin();
        waits.finish(over);
        waits.begin();
        waits.begin();

        assertThat(over.during(() -> 7)).isEqualTo(7);
    }

    @Test
    void the_interrupt_that_ends_a_read_does_not_affect_the_threads_next_work() throws Exception {
        BodyWait wait = waits.begin();
        Future<Boolean> interrupted = threads.submit(() -> {
            assertThatThrownBy(() -> wait.during(BodyWaitsTest::block)).isInstanceOf(SlowBody.class);
            return Thread.currentThread().isInterrupted();
        });
        waits.begin();
        waits.begin();

        assertThat(interrupted.get(5, TimeUnit.SECONDS)).isFalse();
    }

    /** Returns whether the thread that waits for a missing body was released. */
    private Future<Boolean> slowBody(BodyWait wait) {
        return threads.submit(() -> {
            try {
                wait.during(BodyWaitsTest::block);
                return false;
            } catch (SlowBody letGo) {
                return true;
            }
        });
    }

    private static int block() throws IOException {
        try {
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
