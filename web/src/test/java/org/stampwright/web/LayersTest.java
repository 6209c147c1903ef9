package org.stampwright.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Pages and resources call facades; they use neither the database's mapper nor an aggregate. */
class LayersTest {

    private static final JavaClasses WEB = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.stampwright.web");

    @Test
    void no_entity_manager_is_used_here() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.persistence..")
                .check(WEB);
    }

    @Test
    void no_verb_of_an_entity_is_called_here() {
        noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "it belongs to an entity",
                        (JavaAccess<?> access) -> access.getTargetOwner().isAnnotatedWith(Entity.class)))
                .check(WEB);
    }

    @Test
    void no_clock_and_no_generator_is_made_here() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .check(WEB);
    }
}
