package org.stampwright.postage.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private final List<List<Integer>> calls = Collections.synchronizedList(new ArrayList<>());
    private volatile int underway;
    private final CountDownLatch gate = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private List<String> answer(List<Integer> items) {
        calls.add(items);
        if (items.contains(0)) {
            awaitGate();
        }
        return items.stream().map(item -> "answer " + item).toList();
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Submits 0, which waits at the gate, then these; returns their futures once all of them wait. */
    private <R> List<CompletableFuture<R>> behindZero(Batches<Integer, R> batches, int... items) {
        CompletableFuture<R> zero = CompletableFuture.supplyAsync(() -> batches.submit(0), threads);
        Awaitility.await().until(() -> calls.size() == 1);
        List<CompletableFuture<R>> futures = new ArrayList<>(List.of(zero));
        for (int item : items) {
            futures.add(CompletableFuture.supplyAsync(() -> batches.submit(item), threads));
            Awaitility.await().until(() -> batches.waiting() == futures.size() - 1);
        }
        gate.countDown();
        return futures;
    }

    @Test
    void an_item_alone_is_taken_at_once() {
        Batches<Integer, String> batches = new Batches<>(10, () -> underway, this::answer);
        assertThat(batches.submit(5)).isEqualTo("answer 5");
        assertThat(batches.submit(6)).isEqualTo("answer 6");
        assertThat(calls).containsExactly(List.of(5), List.of(6));
    }

    @Test
    void under_load_an_item_waits_until_half_of_the_orders_under_way_are_there() {
        underway = 6;
        Batches<Integer, String> batches = new Batches<>(10, () -> underway, this::answer);
        List<CompletableFuture<String>> answers = IntStream.of(1, 2, 3)
                .mapToObj(item -> CompletableFuture.supplyAsync(() -> batches.submit(item), threads))
                .toList();
        answers.forEach(CompletableFuture::join);
        assertThat(calls.stream().mapToInt(List::size).sum()).isEqualTo(3);
        assertThat(batches.submit(4))
                .as("alone, it waits for some milliseconds only")
                .isEqualTo("answer 4");
    }

    @Test
    void items_that_wait_share_the_next_call_up_to_the_limit() {
        Batches<Integer, String> batches = new Batches<>(3, () -> underway, this::answer);
        List<CompletableFuture<String>> answers = behindZero(batches, 1, 2, 3, 4);
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsExactly("answer 0", "answer 1", "answer 2", "answer 3", "answer 4");
        assertThat(calls).containsExactly(List.of(0), List.of(1, 2, 3), List.of(4));
    }

    @Test
    void an_item_that_cannot_be_committed_is_found_by_splitting_and_the_others_go_on() {
        Batches<Integer, String> batches = new Batches<>(10, () -> underway, items -> {
            if (items.contains(3)) {
                calls.add(items);
                throw new IllegalStateException(new SQLException("a constraint", "23514"));
            }
            return answer(items);
        });
        List<CompletableFuture<String>> answers = behindZero(batches, 1, 2, 3, 4);
        assertThat(answers.get(1).join()).isEqualTo("answer 1");
        assertThat(answers.get(2).join()).isEqualTo("answer 2");
        assertThat(answers.get(4).join()).isEqualTo("answer 4");
        assertThatThrownBy(answers.get(3)::join).hasRootCauseInstanceOf(SQLException.class);
        assertThat(calls).contains(List.of(1, 2, 3, 4), List.of(1, 2), List.of(3, 4), List.of(3), List.of(4));
    }

    @Test
    void a_deadlock_is_retried_with_the_same_items() {
        Batches<Integer, String> batches = new Batches<>(10, () -> underway, items -> {
            if (calls.size() < 2) {
                calls.add(items);
                throw new IllegalArgumentException("a deadlock", new SQLException("deadlock", "40P01"));
            }
            return answer(items);
        });
        assertThat(batches.submit(7)).isEqualTo("answer 7");
        assertThat(calls).hasSize(3).allMatch(List.of(7)::equals);
    }

    @Test
    void without_a_database_every_caller_learns_it_and_no_item_is_tried_alone() {
        Batches<Integer, String> batches = new Batches<>(10, () -> underway, items -> {
            if (items.contains(0)) {
                return answer(items);
            }
            calls.add(items);
            throw new RuntimeException(new SQLException("the connection was closed", "08006"));
        });
        List<CompletableFuture<String>> answers = behindZero(batches, 1, 2);
        assertThatThrownBy(answers.get(1)::join).hasRootCauseInstanceOf(SQLException.class);
        assertThatThrownBy(answers.get(2)::join).hasRootCauseInstanceOf(SQLException.class);
        assertThat(calls).containsExactly(List.of(0), List.of(1, 2));
    }

    @Test
    void under_load_each_item_is_taken_exactly_once() {
        Batches<Integer, String> batches = new Batches<>(16, () -> underway, items -> {
            calls.add(items);
            return items.stream().map(String::valueOf).toList();
        });
        List<CompletableFuture<String>> answers = IntStream.range(1, 2000)
                .mapToObj(item -> CompletableFuture.supplyAsync(() -> batches.submit(item), threads))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).map(Integer::valueOf))
                .containsExactlyElementsOf(IntStream.range(1, 2000).boxed().toList());
        assertThat(calls.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(1, 2000).boxed().toList());
    }
}
