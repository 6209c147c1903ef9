package org.stampwright.indicium;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;

/** What makes this a library that anyone can take: nothing behind it, no circles in it, no clock and no chance of its own. */
@AnalyzeClasses(packages = "org.stampwright.indicium", importOptions = ImportOption.DoNotIncludeTests.class)
class LibraryTest {

    @ArchTest
    static final ArchRule NEEDS_THE_JDK_AND_ZXING_ONLY = classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("org.stampwright.indicium..", "java..", "javax.security..", "com.google.zxing..");

    @ArchTest
    static final ArchRule HAS_NO_CIRCLES = slices().matching("org.stampwright.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ASKS_NO_CLOCK_AND_DRAWS_NO_LOTS = noClasses()
            .should().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(Math.class, "random")
            .orShould().callConstructor(SecureRandom.class);
}
