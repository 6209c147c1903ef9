package org.stampwright.indicium;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What makes this a library that anyone can take. */
class LibraryTest {

    private static final JavaClasses LIBRARY = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.stampwright.indicium");

    @Test
    void needsTheJdkAndZxingAlone() {
        classes().should().onlyDependOnClassesThat()
                .resideInAnyPackage("org.stampwright.indicium..", "java..", "javax.security..", "com.google.zxing..")
                .check(LIBRARY);
    }

    @Test
    void hasNoCircles() {
        slices().matching("org.stampwright.(**)").should().beFreeOfCycles().check(LIBRARY);
    }

    @Test
    void asksNoClockAndDrawsNoLots() {
        noClasses().should().callMethod(System.class, "currentTimeMillis").orShould().callMethod(Instant.class, "now")
                .orShould().callMethod(LocalDate.class, "now").orShould().callMethod(Math.class, "random")
                .orShould().callConstructor(SecureRandom.class).check(LIBRARY);
    }
}
