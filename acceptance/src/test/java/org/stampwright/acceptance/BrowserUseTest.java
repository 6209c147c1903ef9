package org.stampwright.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** An element that a test holds becomes stale when its page is replaced, so no test holds one. */
@DisplayName("Tests name elements by locators; only the browser class holds elements")
class BrowserUseTest {

    private static final JavaClasses TESTS =
            new ClassFileImporter().importPackages(BrowserUseTest.class.getPackageName());

    @Test
    void no_test_holds_an_element_or_the_driver() {
        assertThatCode(() -> driverIsKnownOnlyTo(
                                Browser.class, Chromium.class, PageReplacement.class, LyingDriver.class)
                        .check(TESTS))
                .doesNotThrowAnyException();
    }

    @Test
    void a_class_that_finds_an_element_is_reported_by_name() {
        assertThatThrownBy(() -> driverIsKnownOnlyTo(Chromium.class, PageReplacement.class, LyingDriver.class)
                        .check(TESTS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(Browser.class.getName())
                .hasMessageContaining("findElement");
    }

    private static ArchRule driverIsKnownOnlyTo(Class<?>... classes) {
        return noClasses()
                .that(not(belongToAnyOf(classes)))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.openqa.selenium..").and(not(belongToAnyOf(By.class, Keys.class))));
    }
}
