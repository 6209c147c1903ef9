package org.stampwright.cli.supervision;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Home;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChildrenTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private Home home;
    private StateFile state;
    private Children children;

    @BeforeEach
    void makeHome() {
        home = new Home(folder.resolve("home")).make();
        state = new StateFile(home);
        children = new Children(state);
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
        watchFor(Duration.ofSeconds(4));

        assertThat(onlyProcess().getInt("pid")).isNotEqualTo(before);
        assertThat(onlyProcess().getString("state")).isEqualTo("running");
        assertThat(onlyProcess().getInt("restarts")).isEqualTo(1);
        assertThat(onlyProcess().getString("lastEnd")).isEqualTo("exit status 137");
    }

    @Test
    void a_child_that_keeps_ending_is_named_with_its_log() {
        children.start(program("broken", "exit 3", () -> false));

        assertThatThrownBy(() -> children.awaitHealthy(List.of("broken"), Duration.ofSeconds(20), Pause.NONE))
                .isInstanceOf(Refusal.class).hasMessageContaining("broken keeps ending (exit status 3)")
                .hasMessageContaining("broken.log");
    }

    @Test
    void a_child_that_never_becomes_healthy_is_named() {
        children.start(program("mute", "sleep 600", () -> false));

        assertThatThrownBy(() -> children.awaitHealthy(List.of("mute"), Duration.ofSeconds(1), Pause.NONE))
                .isInstanceOf(Refusal.class).hasMessageContaining("mute did not become healthy within 1 s");
    }

    @Test
    void a_child_that_does_not_become_healthy_in_time_is_started_again() throws InterruptedException {
        children.start(program("hanging", "trap 'echo what the threads do' QUIT; while :; do sleep 0.1; done", () -> false));
        long before = onlyProcess().getInt("pid");

        watchFor(PATIENCE.plusSeconds(4));

        assertThat(onlyProcess().getInt("pid")).isNotEqualTo(before);
        assertThat(onlyProcess().getString("lastEnd")).isEqualTo("not healthy within 2 s");
        assertThat(home.log("hanging")).content().contains("what the threads do");
        assertThat(ProcessHandle.of(before).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    }

    @Test
    void stopping_leaves_nothing_behind() {
        children.start(program("one", "sleep 600", () -> true));
        children.start(program("other", "exec sleep 600", () -> true));
        List<Long> pids = processes().stream().map(one -> (long) one.getInt("pid")).toList();

        children.stopAll();

        assertThat(pids).hasSize(2).allSatisfy(pid ->
                assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse());
    }

    @Test
    void what_a_killed_supervisor_left_is_stopped_but_never_a_stranger_with_its_number() {
        children.start(program("left", "sleep 600", () -> true));
        long pid = onlyProcess().getInt("pid");
        String strangers = state.read().orElseThrow().toString().replaceAll("\"startedAt\":\"20", "\"startedAt\":\"19");
        Home.writeWhole(home.state(), strangers);
        assertThat(state.stopOrphans()).isZero();
        assertThat(ProcessHandle.of(pid).orElseThrow().isAlive()).isTrue();

        Home.writeWhole(home.state(), strangers.replaceAll("\"startedAt\":\"19", "\"startedAt\":\"20"));

        assertThat(state.stopOrphans()).isEqualTo(1);
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    }

    private void watchFor(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            children.look();
            Thread.sleep(50);
        }
    }

    private JsonObject onlyProcess() {
        assertThat(processes()).hasSize(1);
        return processes().get(0);
    }

    private List<JsonObject> processes() {
        return state.read().orElseThrow().getJsonArray("processes").getValuesAs(JsonObject.class);
    }

    private Program program(String name, String script, BooleanSupplier healthy) {
        return new Program(name, 0, () -> { }, List.of("/bin/sh", "-c", script), home.folder(), home.log(name), healthy,
                PATIENCE, "TERM");
    }
}
