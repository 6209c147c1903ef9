package org.stampwright.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Ports;
import org.stampwright.cli.supervision.Program;
import org.stampwright.cli.world.Authority;
import org.stampwright.cli.world.Cards;

class StartedProgramsTest {

    private static final Ports PORTS = new Ports(8080);

    @TempDir
    Path folder;

    private Home home;
    private Distribution distribution;

    @BeforeEach
    void make() throws IOException {
        home = new Home(folder.resolve("home")).make();
        distribution = new Distribution(Files.createDirectory(folder.resolve("dist")));
        for (String built :
                List.of("listener.jar", "payara-micro.jar", "stampwright.war", "authority.war", "card-sandbox.jar")) {
            Files.createFile(distribution.folder().resolve(built));
        }
    }

    @Test
    void every_program_ends_when_its_memory_does() {
        assertThat(programs(false))
                .allSatisfy(program ->
                        assertThat(program.command()).as(program.name()).contains("-XX:+ExitOnOutOfMemoryError"));
    }

    @Test
    void every_program_starts_fast_unless_performance_is_asked_for() {
        assertThat(programs(false)).allSatisfy(program -> assertThat(program.command())
                .as(program.name())
                .contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        assertThat(programs(true)).allSatisfy(program -> assertThat(program.command())
                .as(program.name())
                .doesNotContain("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    }

    private Stream<Program> programs(boolean performance) {
        Plan plan = new Plan(8080, performance, false, List.of());
        return Stream.of(
                new PayaraInstance(
                                "alder",
                                PORTS.instance(0),
                                Listeners.ofVendor(PORTS.internal(0)),
                                Map.of(),
                                "512m",
                                performance)
                        .program(home, distribution, distribution.vendorApplication()),
                Authority.instance(home, plan, "jdbc:postgresql:authority")
                        .program(home, distribution, distribution.authority()),
                Cards.program(home, distribution, plan, "http://127.0.0.1:8080"));
    }
}
