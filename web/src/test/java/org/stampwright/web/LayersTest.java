package org.stampwright.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages and resources call facades; they use neither the database's mapper nor an aggregate. Each rule is also applied
 * to a class that breaks it, and must refuse it.
 */
class LayersTest {

    private static final JavaClasses WEB = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.stampwright.web");

    private static final ArchRule NO_ENTITY_MANAGER =
            noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.persistence..");

    private static final ArchRule NO_VERB_OF_AN_ENTITY = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "it belongs to an entity",
                    (JavaAccess<?> access) -> access.getTargetOwner().isAnnotatedWith(Entity.class)));

    private static final ArchRule NO_CLOCK_OR_GENERATOR = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Math.class, "random");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(Named.of("no entity manager is used", NO_ENTITY_MANAGER), Mapping.class),
                Arguments.of(Named.of("no verb of an entity is called", NO_VERB_OF_AN_ENTITY), Selling.class),
                Arguments.of(Named.of("no clock or generator is made", NO_CLOCK_OR_GENERATOR), Timing.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void pages_and_resources_keep_the_rule(ArchRule rule, Class<?> breaking) {
        rule.check(WEB);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_refuses_a_class_that_breaks_it(ArchRule rule, Class<?> breaking) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(breaking))
                        .hasViolation())
                .isTrue();
    }

    /** Holds an entity manager. */
    private static final class Mapping {
        EntityManager entities;
    }

    /** Is an aggregate. */
    @Entity
    private static final class Stock {
        void sell() {}
    }

    /** Calls a verb of an aggregate. */
    private static final class Selling {
        void sell(Stock stock) {
            stock.sell();
        }
    }

    /** Asks the system for the time. */
    private static final class Timing {
        Instant now() {
            return Instant.now();
        }
    }
}
