package org.stampwright.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.node.PlannedInstance;
import org.stampwright.cli.node.Role;
import org.stampwright.cli.supervision.Children;
import org.stampwright.cli.supervision.Pause;
import org.stampwright.cli.supervision.Program;
import org.stampwright.cli.supervision.StateFile;

class PlanningTest {

    private static final Plan ONE = new Plan(8080, false, false, List.of()).atLeast(Role.BOTH, 1);

    @TempDir
    Path folder;

    private final List<Plan> tried = new ArrayList<>();
    private Home home;
    private Children children;
    private Planning planning;
    private RuntimeException problem;
    private List<String> comingUp = List.of("alder", "birch");

    @BeforeEach
    void make() {
        home = new Home(folder.resolve("home")).make();
        children = new Children(new StateFile(home));
        planning = new Planning(home, children, new Progress(home, new PrintWriter(new StringWriter())), this::bringUp);
    }

    @AfterEach
    void stop() {
        children.stopAll();
    }

    @Test
    void an_addition_that_runs_becomes_the_plan() throws Exception {
        begin();

        ask(Request.fresh(2, 0, 0));

        assertThat(Plan.read(home)).isEqualTo(ONE.atLeast(Role.BOTH, 2));
        assertThat(state("problem")).isEmpty();
    }

    @Test
    void a_refused_addition_is_answered_leaves_the_plan_and_is_tried_again_when_asked_again() throws Exception {
        begin();
        problem = new Refusal("port 8121 is in use");
        comingUp = List.of();
        Request refused = Request.fresh(2, 0, 0);

        ask(refused);
        planning.answer();
        assertThat(state("request")).isEqualTo(refused.id());
        assertThat(state("problem")).isEqualTo("port 8121 is in use");
        assertThat(Plan.read(home)).isEqualTo(ONE);
        assertThat(tried).hasSize(2);

        problem = null;
        comingUp = List.of("birch");
        ask(Request.fresh(2, 0, 0));
        assertThat(state("problem")).isEmpty();
        assertThat(Plan.read(home)).isEqualTo(ONE.atLeast(Role.BOTH, 2));
    }

    @Test
    void an_instance_that_came_up_stays_though_something_after_that_was_refused() throws Exception {
        begin();
        problem = new Refusal("PSDs for birch did not become healthy");
        comingUp = List.of("birch");

        ask(Request.fresh(3, 0, 0));

        assertThat(Plan.read(home).instances())
                .extracting(PlannedInstance::name)
                .containsExactly("alder", "birch");
        assertThat(children.has("birch")).isTrue();
        assertThat(children.has("cedar")).isFalse();
    }

    @Test
    void a_fault_while_adding_ends_nothing_that_runs() throws Exception {
        begin();
        problem = new IllegalStateException("broken");
        comingUp = List.of();

        ask(Request.fresh(2, 0, 0));

        assertThat(state("problem")).contains("broken");
        assertThat(children.isHealthy("alder")).isTrue();
    }

    @Test
    void a_first_start_of_which_nothing_came_up_leaves_no_plan() {
        problem = new Refusal("port 8080 is in use");
        comingUp = List.of();

        assertThatThrownBy(this::begin).isSameAs(problem);

        assertThat(Plan.isKept(home)).isFalse();
    }

    @Test
    void a_later_start_that_is_refused_keeps_the_plan_that_ran_before() throws Exception {
        begin();
        problem = new Refusal("at most 19 instances");
        comingUp = List.of();

        Plan elsewhere = new Plan(9080, true, false, ONE.instances()).atLeast(Role.BOTH, 9);
        assertThatThrownBy(() -> planning.begin(elsewhere)).isSameAs(problem);

        assertThat(Plan.read(home)).isEqualTo(ONE);
    }

    private void begin() throws IOException, InterruptedException {
        planning.begin(ONE);
        planning.ready();
    }

    private void ask(Request request) throws InterruptedException {
        request.write(home);
        planning.answer();
    }

    private String state(String name) {
        return new StateFile(home).read().orElseThrow().getString(name);
    }

    /** Starts a sleeping program for each instance, of which some come up; then refuses if {@code refuse} says so. */
    private void bringUp(Plan plan) throws InterruptedException {
        tried.add(plan);
        for (PlannedInstance one : plan.instances()) {
            if (!children.has(one.name())) {
                children.start(new Program(
                        one.name(),
                        0,
                        () -> {},
                        List.of("/bin/sleep", "600"),
                        home.folder(),
                        home.log(one.name()),
                        () -> comingUp.contains(one.name()),
                        Program.WHILE_THE_PROCESS_LIVES,
                        Duration.ofMinutes(1),
                        "TERM"));
            }
        }
        children.awaitHealthy(
                plan.instances().stream()
                        .map(PlannedInstance::name)
                        .filter(name -> comingUp.contains(name))
                        .toList(),
                Duration.ofSeconds(20),
                Pause.NONE);
        if (problem != null) {
            throw problem;
        }
    }
}
