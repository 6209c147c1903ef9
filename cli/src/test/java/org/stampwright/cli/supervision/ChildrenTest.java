package org.stampwright.cli.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Home;

class ChildrenTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration STEADY = Duration.ofMillis(500);
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration UNRESPONSIVE = Duration.ofSeconds(2);
    private static final Limits LIMITS = new Limits(STEADY, PACE, UNRESPONSIVE);
    /** Touches a file every tenth of a second to show that it runs. */
    private static final String BEATING = "while :; do touch beat; sleep 0.1; done";

    @TempDir
    Path folder;

    private Home home;
    private StateFile state;
    private Children children;

    @BeforeEach
    void makeHome() {
        home = new Home(folder.resolve("home")).make();
        state = new StateFile(home);
        children = new Children(state, LIMITS);
    }

    @AfterEach
    void stop() {
        children.stopAll();
    }

    @Test
    void a_killed_child_runs_again_within_five_seconds_and_status_names_it() throws InterruptedException {
        children.start(program("sleeper", "sleep 600", () -> true));
        children.awaitHealthy(List.of("sleeper"), Duration.ofSeconds(5), Pause.NONE);
        long before = onlyProcess().getInt("pid");

        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(5)).until(() -> isRunning(onlyProcess(), 1));

        assertThat(onlyProcess().getInt("pid")).isNotEqualTo(before);
        assertThat(onlyProcess().getString("lastEnd")).isEqualTo("exit status 137");
    }

    @Test
    void a_child_that_keeps_ending_is_named_with_its_log() {
        children.start(program("broken", "exit 3", () -> false));

        assertThatThrownBy(() -> children.awaitHealthy(List.of("broken"), Duration.ofSeconds(20), Pause.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("broken keeps ending (exit status 3)")
                .hasMessageContaining("broken.log");
    }

    @Test
    void a_child_that_never_becomes_healthy_is_named() {
        children.start(program("mute", "sleep 600", () -> false));

        assertThatThrownBy(() -> children.awaitHealthy(List.of("mute"), Duration.ofSeconds(1), Pause.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mute did not become healthy within 1 s");
    }

    @Test
    void a_child_that_answers_but_waits_for_another_program_is_left_alone() {
        children.start(program("waiting", "sleep 600", () -> false, () -> true));
        long before = onlyProcess().getInt("pid");

        await().during(PATIENCE.plusSeconds(2))
                .atMost(PATIENCE.plusSeconds(20))
                .until(() -> onlyProcess().getInt("pid") == before
                        && onlyProcess().getString("state").equals("starting"));
    }

    @Test
    void a_child_that_does_not_become_healthy_in_time_is_started_again() throws InterruptedException {
        children.start(program(
                "hanging",
                "trap 'echo what the threads do' QUIT; while :; do sleep 0.1; done",
                () -> false,
                () -> false));
        long before = onlyProcess().getInt("pid");

        awaitRestarts(1);

        assertThat(onlyProcess().getInt("pid")).isNotEqualTo(before);
        assertThat(onlyProcess().getString("lastEnd")).isEqualTo("not healthy within 2 s");
        assertThat(home.log("hanging")).content().contains("what the threads do");
        assertThat(ProcessHandle.of(before).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
    }

    @Test
    void ends_from_before_a_wait_are_not_held_against_a_child_in_it() throws InterruptedException {
        children.start(program("flaky", "sleep 600", () -> true));
        for (int kills = 1; kills <= 2; kills++) {
            kill(onlyProcess().getInt("pid"));
            awaitRestarts(kills);
        }

        children.awaitHealthy(List.of("flaky"), Duration.ofSeconds(10), Pause.NONE);

        assertThat(onlyProcess().getInt("restarts")).isEqualTo(2);
    }

    @Test
    void a_time_of_health_forgets_the_pauses_of_earlier_ends() throws InterruptedException {
        children.start(program("flaky", "sleep 600", () -> true));
        for (int kills = 1; kills <= 4; kills++) {
            kill(onlyProcess().getInt("pid"));
            awaitRestarts(kills);
            children.awaitHealthy(List.of("flaky"), Duration.ofSeconds(5), Pause.NONE);
            staysFor(STEADY.plusMillis(500), () -> isRunning(onlyProcess()));
        }
        long killed = System.nanoTime();

        kill(onlyProcess().getInt("pid"));
        awaitRestarts(5);

        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_child_that_cannot_be_started_again_waits_and_leaves_the_others_alone() throws InterruptedException {
        boolean[] diskIsFull = {false};
        Runnable prepare = () -> {
            if (diskIsFull[0]) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        };
        children.start(program("other", "sleep 600", () -> true));
        children.start(new Program(
                "unlucky",
                0,
                prepare,
                List.of("/bin/sh", "-c", "sleep 600"),
                home.folder(),
                home.log("unlucky"),
                () -> true,
                () -> true,
                PATIENCE,
                "TERM"));
        children.awaitHealthy(List.of("other", "unlucky"), Duration.ofSeconds(5), Pause.NONE);

        diskIsFull[0] = true;
        kill(processes().get(1).getInt("pid"));
        await().until(() -> processes().get(1).getInt("restarts") > 0);
        assertThat(processes().get(1).getString("state")).isEqualTo("waiting to restart");
        assertThat(processes().get(1).getString("lastEnd")).contains("No space left on device");
        assertThat(processes().get(0).getString("state")).isEqualTo("running");

        diskIsFull[0] = false;
        children.awaitHealthy(List.of("unlucky"), Duration.ofSeconds(10), Pause.NONE);
    }

    @Test
    void a_child_whose_health_hangs_does_not_delay_the_restart_of_another() throws InterruptedException {
        children.start(program("hanging", "sleep 600", () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return false;
        }));
        children.start(program("sleeper", "sleep 600", () -> true));
        kill(processes().get(1).getInt("pid"));

        await().atMost(Duration.ofSeconds(4)).until(() -> isRunning(processes().get(1), 1));
    }

    @Test
    void a_child_that_lives_and_stops_answering_is_started_again_after_the_limit() throws Exception {
        children.start(program("hanging", BEATING, this::beats, this::beats));
        children.awaitHealthy(List.of("hanging"), Duration.ofSeconds(5), Pause.NONE);
        long before = onlyProcess().getInt("pid");
        long hung = System.nanoTime();

        signal("STOP", before);
        staysFor(UNRESPONSIVE.minusMillis(500), () -> onlyProcess().getInt("pid") == before);
        awaitRestarts(1);

        assertThat(Duration.ofNanos(System.nanoTime() - hung)).isGreaterThan(UNRESPONSIVE);
        assertThat(onlyProcess().getString("lastEnd")).isEqualTo("no answer for 2 s");
        assertThat(ProcessHandle.of(before).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        children.awaitHealthy(List.of("hanging"), Duration.ofSeconds(5), Pause.NONE);
        assertThat(onlyProcess().getInt("pid")).isNotEqualTo(before);
    }

    @Test
    void a_child_that_never_answers_once_it_runs_is_started_again_after_longer_and_longer_pauses() throws Exception {
        children.start(program("deaf", "sleep 600", () -> true, () -> false));

        awaitRestarts(1);
        long first = onlyWaitBefore(2);
        long second = onlyWaitBefore(3);

        assertThat(second).as("nanoseconds from end to start").isGreaterThan(first + first / 2);
    }

    @Test
    void a_child_that_is_still_starting_is_not_asked_whether_it_is_alive() throws InterruptedException {
        children.start(new Program(
                "slow",
                0,
                () -> {},
                List.of("/bin/sh", "-c", "sleep 600"),
                home.folder(),
                home.log("slow"),
                () -> false,
                () -> false,
                Duration.ofMinutes(1),
                "TERM"));

        staysFor(
                UNRESPONSIVE.multipliedBy(2),
                () -> onlyProcess().getString("state").equals("starting")
                        && onlyProcess().getInt("restarts") == 0);
    }

    @Test
    void a_child_whose_dependency_is_away_stays_while_it_answers_itself() throws InterruptedException {
        boolean[] databaseIsThere = {true};
        children.start(program("dependent", "sleep 600", () -> databaseIsThere[0], () -> true));
        children.awaitHealthy(List.of("dependent"), Duration.ofSeconds(5), Pause.NONE);

        databaseIsThere[0] = false;
        staysFor(UNRESPONSIVE.multipliedBy(2), () -> isRunning(onlyProcess(), 0));
    }

    @Test
    void a_few_checks_without_an_answer_end_no_child() throws Exception {
        children.start(program("pausing", BEATING, this::beats, this::beats));
        children.awaitHealthy(List.of("pausing"), Duration.ofSeconds(5), Pause.NONE);
        long pid = onlyProcess().getInt("pid");

        for (int pauses = 0; pauses < 3; pauses++) {
            for (String signal : List.of("STOP", "CONT")) {
                signal(signal, pid);
                staysFor(
                        UNRESPONSIVE.dividedBy(2),
                        () -> onlyProcess().getInt("pid") == pid && isRunning(onlyProcess(), 0));
            }
        }
    }

    @Test
    void dropped_children_end_for_good_and_the_others_stay() {
        children.start(program("base", "sleep 600", () -> true));
        children.start(program("unwanted", "sleep 600", () -> true));
        long unwanted = processes().get(1).getInt("pid");

        children.drop(List.of("unwanted"));

        assertThat(onlyProcess().getString("name")).isEqualTo("base");
        assertThat(ProcessHandle.of(unwanted).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
    }

    @Test
    void all_but_the_first_started_are_asked_to_end_at_once_and_that_one_last() throws InterruptedException {
        String slow = "trap 'sleep 2; date +%s%N > $0.end; exit' TERM; touch $0.begun; while :; do sleep 0.1; done";
        for (String name : List.of("first", "second", "third", "fourth")) {
            children.start(new Program(
                    name,
                    0,
                    () -> {},
                    List.of("/bin/sh", "-c", slow, name),
                    home.folder(),
                    home.log(name),
                    () -> true,
                    () -> true,
                    PATIENCE,
                    "TERM"));
        }
        await().until(() -> Stream.of("first", "second", "third", "fourth")
                .allMatch(name -> Files.exists(home.folder().resolve(name + ".begun"))));
        long began = System.nanoTime();

        children.stopAll();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(end("first"))
                .isGreaterThan(end("second"))
                .isGreaterThan(end("third"))
                .isGreaterThan(end("fourth"));
    }

    @Test
    void stopping_leaves_nothing_behind() {
        children.start(program("one", "sleep 600", () -> true));
        children.start(program("other", "exec sleep 600", () -> true));
        List<Long> pids =
                processes().stream().map(one -> (long) one.getInt("pid")).toList();

        children.stopAll();

        assertThat(pids).hasSize(2).allSatisfy(pid -> assertThat(
                        ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                .isFalse());
    }

    @Test
    void what_a_killed_supervisor_left_is_stopped_but_never_a_stranger_with_its_number() {
        Child child = new Child(program("left", "sleep 600", () -> true), LIMITS);
        child.start();
        state.write(Readiness.NOT_YET, List.of(child));
        long pid = onlyProcess().getInt("pid");
        String left = state.read().orElseThrow().toString();
        Home.writeWhole(home.state(), left.replaceAll("\"born\":\"([^ ]*) ", "\"born\":\"$1 1"));
        assertThat(state.stopOrphans()).isZero();
        assertThat(ProcessHandle.of(pid).orElseThrow().isAlive()).isTrue();

        Home.writeWhole(home.state(), left);

        assertThat(state.stopOrphans()).isEqualTo(1);
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
    }

    private boolean beats() {
        try {
            Instant beat =
                    Files.getLastModifiedTime(home.folder().resolve("beat")).toInstant();
            return Duration.between(beat, Instant.now()).compareTo(Duration.ofMillis(400)) < 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Returns how long a child that is ended next stays down before this restart. */
    private long onlyWaitBefore(int restart) {
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> onlyProcess().getString("state").equals("waiting to restart"));
        long ended = System.nanoTime();
        awaitRestarts(restart);
        return System.nanoTime() - ended;
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private void awaitRestarts(int count) {
        await().until(() -> onlyProcess().getInt("restarts") >= count);
        assertThat(onlyProcess().getInt("restarts")).isEqualTo(count);
    }

    private static boolean isRunning(JsonObject process, int restarts) {
        return isRunning(process) && process.getInt("restarts") == restarts;
    }

    private static boolean isRunning(JsonObject process) {
        return process.getString("state").equals("running");
    }

    private long end(String name) {
        try {
            return Long.parseLong(
                    Files.readString(home.folder().resolve(name + ".end")).strip());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Watches for this time, during which the condition must not fail once. */
    private static void staysFor(Duration time, Callable<Boolean> condition) {
        await().pollDelay(Duration.ZERO)
                .during(time)
                .atMost(time.plusSeconds(5))
                .until(() -> {
                    assertThat(condition.call()).isTrue();
                    return true;
                });
    }

    private JsonObject onlyProcess() {
        assertThat(processes()).hasSize(1);
        return processes().get(0);
    }

    private List<JsonObject> processes() {
        return state.read().orElseThrow().getJsonArray("processes").getValuesAs(JsonObject.class);
    }

    private Program program(String name, String script, BooleanSupplier healthy) {
        return program(name, script, healthy, () -> true);
    }

    private Program program(String name, String script, BooleanSupplier healthy, BooleanSupplier alive) {
        return new Program(
                name,
                0,
                () -> {},
                List.of("/bin/sh", "-c", script),
                home.folder(),
                home.log(name),
                healthy,
                alive,
                PATIENCE,
                "TERM");
    }
}
