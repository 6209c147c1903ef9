package org.stampwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule holds for the business, and refuses the packages under {@code violating}, which break them all. The tests
 * are outside {@code org.stampwright.postage}, all of which is deployed for the tests in the container.
 */
class PackagesTest {

    private static final String ROOT = "org.stampwright.postage";
    private static final String VIOLATING = "org.stampwright.architecture.violating";
    private static final Path SOURCES = Path.of("src/main/java/org/stampwright/postage");

    /** About twenty, and a few more where two halves would need each other. */
    private static final long MOST_TYPES = 22;

    private static final JavaClasses BUSINESS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(VIOLATING);

    private interface Rule extends Function<PackageRules, ArchRule> {}

    static Stream<Named<Rule>> rules() {
        return Stream.of(
                Named.of("no cycles", PackageRules::noCycles),
                Named.of("no package uses one above it", PackageRules::noPackageOfThePurchaseUsesOneAboveIt),
                Named.of("jobs are scheduled by their method run", PackageRules::jobsAreScheduledByTheirMethodRun),
                Named.of("SQL runs on Jdbi", PackageRules::sqlRunsOnJdbi));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_business_keeps_the_rule(Rule rule) {
        rule.apply(new PackageRules(ROOT)).check(BUSINESS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_refuses_what_breaks_it(Rule rule) {
        assertThat(rule.apply(new PackageRules(VIOLATING)).evaluate(VIOLATIONS).hasViolation())
                .isTrue();
    }

    @Test
    void a_package_has_about_twenty_types_at_most() {
        assertThat(PackageRules.largerThan(MOST_TYPES, BUSINESS)).isEmpty();
        assertThat(PackageRules.largerThan(1, VIOLATIONS)).containsEntry(VIOLATING + ".order", 2L);
    }

    @Test
    void only_orderstate_changes_the_state_of_an_order() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.startsWith(SOURCES.resolve("orderstate")))
                            .filter(file -> PackageRules.changesState(read(file))))
                    .isEmpty();
        }
    }

    @Test
    void a_change_of_state_is_recognised_in_a_statement_that_is_joined_from_lines() {
        assertThat(PackageRules.changesState(
                        "\"update postage_order o set version = 2,\"\n + \" state = 'held' where id = ?\""))
                .isTrue();
        assertThat(PackageRules.changesState("\"update postage_order set version = 2 where state = 'held'\""))
                .isFalse();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
