package org.stampwright.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Home;

class PlanTest {

    private static final Plan EMPTY = new Plan(8080, false, false, List.of());

    @TempDir
    Path folder;

    @Test
    void an_instance_once_planned_keeps_its_name_and_ports() {
        Plan before = EMPTY.atLeast(Role.WEB, 1).atLeast(Role.PROCESSING, 2);

        Plan after = before.atLeast(Role.WEB, 2).atLeast(Role.PROCESSING, 3);

        assertThat(after.instances())
                .startsWith(before.instances().toArray(PlannedInstance[]::new))
                .hasSize(5);
        assertThat(after.instances())
                .extracting(PlannedInstance::name)
                .containsExactly("alder", "birch", "cedar", "doum", "elm");
    }

    @Test
    void asking_for_fewer_than_there_are_changes_nothing() {
        Plan three = EMPTY.atLeast(Role.BOTH, 3);

        assertThat(three.atLeast(Role.BOTH, 1)).isEqualTo(three);
    }

    @Test
    void the_storefront_is_the_first_that_serves_the_web() {
        Plan plan = EMPTY.atLeast(Role.PROCESSING, 2).atLeast(Role.WEB, 1);

        assertThat(plan.storefront()).isEqualTo(new PlannedInstance(2, Role.WEB));
    }

    @Test
    void a_plan_with_nobody_to_serve_the_web_is_refused() {
        assertThatThrownBy(EMPTY.atLeast(Role.PROCESSING, 2)::storefront).isInstanceOf(Refusal.class);
    }

    @Test
    void more_instances_than_ports_are_refused() {
        assertThatThrownBy(() -> EMPTY.atLeast(Role.BOTH, 20))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("19");
    }

    @Test
    void the_numbers_of_instances_that_were_taken_out_are_given_again() {
        Plan three = EMPTY.atLeast(Role.BOTH, 3);

        Plan again = three.without(three.instances().subList(1, 2)).atLeast(Role.WEB, 1);

        assertThat(again.instances()).extracting(PlannedInstance::name).containsExactly("alder", "cedar", "birch");
    }

    @Test
    void a_plan_is_read_as_it_was_written() {
        Home home = new Home(folder.resolve("home")).make();
        Plan plan =
                new Plan(21_000, true, true, List.of()).atLeast(Role.BOTH, 2).atLeast(Role.PROCESSING, 1);

        plan.write(home);

        assertThat(Plan.read(home)).isEqualTo(plan);
    }
}
