package org.stampwright.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ejb.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which package may use which, and how many types one has. The test is outside {@code org.stampwright.postage}, all of
 * which is deployed for the tests in the container.
 */
class PackagesTest {

    private static final String ROOT = "org.stampwright.postage";
    private static final Path SOURCES = Path.of("src/main/java/org/stampwright/postage");

    /** From what changes an order's row up to what a consumer asks for: each uses those before it, none after it. */
    private static final List<String> FROM_THE_GROUND_UP =
            List.of("orderstate", "ledger", "worker", "franking", "workflow", "order");

    /** About twenty, and a few more where two halves would need each other. */
    private static final long MOST_TYPES = 22;

    private static final JavaClasses BUSINESS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final Pattern JOINED_LITERALS = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern UPDATE_OF_AN_ORDER = Pattern.compile("update postage_order[^\"]*? set ([^\"]*)");
    private static final Pattern ASSIGNS_STATE = Pattern.compile("(?<![\\w.])state\\s*=");

    /** Not met yet: what was compared gives orders back, and a change of state asks whether the comparison stops selling. */
    @Test
    void packages_need_each_other_in_one_direction_only() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAPackage(ROOT + ".comparison"), resideInAPackage(ROOT + ".orderstate"))
                .check(BUSINESS);
    }

    @Test
    void no_package_of_the_purchase_uses_one_above_it() {
        for (int i = 0; i < FROM_THE_GROUND_UP.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + FROM_THE_GROUND_UP.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(FROM_THE_GROUND_UP.stream()
                            .skip(i + 1)
                            .map(above -> ROOT + "." + above)
                            .toArray(String[]::new))
                    .check(BUSINESS);
        }
    }

    @Test
    void a_package_has_about_twenty_types_at_most() {
        Map<String, Long> types = BUSINESS.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(types)
                .isNotEmpty()
                .allSatisfy((name, number) -> assertThat(number).as(name).isLessThanOrEqualTo(MOST_TYPES));
    }

    @Test
    void a_scheduled_method_is_the_method_run_of_a_job() {
        methods()
                .that()
                .areAnnotatedWith(Schedule.class)
                .should()
                .haveName("run")
                .andShould()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Job")
                .check(BUSINESS);
    }

    /** Not met yet: the classes of these names, see decision 8. */
    @Test
    void sql_runs_on_jdbi() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".indicium", ROOT + ".ledger")
                .and()
                .doNotHaveSimpleName("LeaseRenewalJob")
                .should()
                .callMethodWhere(target(nameStartingWith("createNative")))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Statement.class)
                .check(BUSINESS);
    }

    @Test
    void only_orderstate_changes_the_state_of_an_order() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.startsWith(SOURCES.resolve("orderstate")))
                            .filter(file -> changesState(read(file))))
                    .isEmpty();
        }
    }

    @Test
    void a_change_of_state_is_recognised_in_a_statement_that_is_joined_from_lines() {
        assertThat(changesState("\"update postage_order o set version = 2,\"\n + \" state = 'held' where id = ?\""))
                .isTrue();
        assertThat(changesState("\"update postage_order set version = 2 where state = 'held'\""))
                .isFalse();
    }

    private static boolean changesState(String source) {
        return UPDATE_OF_AN_ORDER
                .matcher(JOINED_LITERALS.matcher(source).replaceAll(""))
                .results()
                .map(found -> found.group(1).split(" where ", 2)[0])
                .anyMatch(assignments -> ASSIGNS_STATE.matcher(assignments).find());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
