package org.stampwright.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.cli.database.PostgresServer;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Ports;
import org.stampwright.cli.node.Distribution;
import org.stampwright.cli.node.Listeners;
import org.stampwright.cli.node.PayaraInstance;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.node.PlannedInstance;
import org.stampwright.cli.node.Role;
import org.stampwright.cli.world.Authority;
import org.stampwright.cli.world.Cards;
import org.stampwright.cli.world.Enrolment;

/** Every user who may list a machine's processes sees their arguments. */
class ArgumentsTest {

    private static final Plan PLAN = new Plan(8080, false, false, List.of()).atLeast(Role.BOTH, 1);

    @TempDir
    Path folder;

    private Home home;
    private Distribution distribution;

    @BeforeEach
    void make() throws IOException {
        home = new Home(folder.resolve("home")).make();
        for (String built :
                List.of("listener.jar", "payara-micro.jar", "stampwright.war", "authority.war", "card-sandbox.jar")) {
            Files.writeString(folder.resolve(built), built);
        }
        distribution = new Distribution(folder);
    }

    @Test
    void no_secret_of_the_home_stands_among_the_arguments_of_what_it_starts() throws IOException {
        Ports ports = PLAN.ports();
        PlannedInstance alder = PLAN.storefront();
        VendorSettings settings =
                new VendorSettings(home, PLAN, "jdbc:postgresql://127.0.0.1/x", new Enrolment(1, "a", "b"));
        List<String> words = new ArrayList<>(new PostgresServer(home, ports.postgres()).command());
        words.addAll(Authority.instance(home, PLAN, "jdbc:postgresql://127.0.0.1/y")
                .program(home, distribution, distribution.authority())
                .command());
        words.addAll(
                Cards.program(home, distribution, PLAN, "http://127.0.0.1:8080").command());
        words.addAll(new PayaraInstance(
                        alder.name(),
                        ports.instance(0),
                        Listeners.ofVendor(ports.internal(0)),
                        settings.of(alder),
                        "512m",
                        false)
                .program(home, distribution, distribution.vendorApplication())
                .command());

        assertThat(secrets()).hasSizeGreaterThan(8).allSatisfy(secret -> assertThat(words)
                .noneMatch(word -> word.contains(secret)));
    }

    private List<String> secrets() throws IOException {
        home.secrets().cardKey();
        home.secrets().cardWebhookSecret();
        home.secrets().superuserPassword();
        try (Stream<Path> files = Files.list(home.folder().resolve("secrets"))) {
            List<String> secrets = new ArrayList<>();
            for (Path file :
                    files.filter(one -> !one.toString().endsWith(".public.pem")).toList()) {
                secrets.add(Files.readString(file).strip());
            }
            return secrets;
        }
    }
}
