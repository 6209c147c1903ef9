package org.stampwright.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.node.Role;
import org.stampwright.cli.world.JsonHttp;
import org.stampwright.cli.world.UnexpectedResponse;

class FirstImportTest {

    private static final Plan PLAN = new Plan(8080, false, false, List.of()).atLeast(Role.BOTH, 2);

    @TempDir
    Path folder;

    private Home home;
    private FakeVendor vendor;

    @BeforeEach
    void make() throws IOException {
        home = new Home(folder.resolve("home")).make();
        vendor = new FakeVendor();
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void a_new_home_has_its_server_systems_admitted_a_key_rates_and_sheets() throws InterruptedException {
        assertThat(imported(PLAN)).containsExactly("alder", "birch");

        assertThat(vendor.admissions).containsExactly("alder", "birch");
        assertThat(vendor.editions).isEqualTo(1);
        assertThat(home.secrets().apiKey()).isEqualTo("key of demo");
        assertThat(Demo.of(home)).isEqualTo(new Demo(List.of("DEM1"), List.of("alder", "birch")));
    }

    @Test
    void what_was_imported_once_is_not_touched_again() throws InterruptedException {
        imported(PLAN);
        int before = vendor.requests;

        assertThat(imported(PLAN)).isEmpty();
        assertThat(vendor.requests).isEqualTo(before);
        assertThat(imported(PLAN.atLeast(Role.WEB, 1))).containsExactly("cedar");
        assertThat(vendor.admissions).containsExactly("alder", "birch", "cedar");
    }

    /** Simulates a kill between the vendor's change and our record of it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void a_home_whose_answer_was_lost_starts_the_next_time(int lost) throws InterruptedException {
        vendor.loseAnswerOf = lost;
        assertThatThrownBy(() -> imported(PLAN)).isInstanceOf(UnexpectedResponse.class);

        imported(PLAN);

        assertThat(Demo.of(home).admitted()).containsExactly("alder", "birch");
        assertThat(Demo.of(home).sheets()).hasSize(1);
        assertThat(home.secrets().apiKey()).isEqualTo(lost == 2 ? "key of demo-2" : "key of demo");
        assertThat(vendor.editions).isEqualTo(1);
    }

    private List<String> imported(Plan plan) throws InterruptedException {
        return new FirstImport(home, vendor.address(), JsonHttp.basic(vendor.address(), "operator", "secret"))
                .run(plan);
    }
}
