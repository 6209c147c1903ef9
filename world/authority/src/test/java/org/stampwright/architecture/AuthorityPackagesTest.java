package org.stampwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule holds for the authority, and refuses the packages under {@code violating}, which break them all. */
class AuthorityPackagesTest {

    private static final String ROOT = "org.stampwright.authority";
    private static final String VIOLATING = "org.stampwright.architecture.violating";

    private static final JavaClasses AUTHORITY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(VIOLATING);

    private interface Rule extends Function<AuthorityRules, ArchRule> {}

    static Stream<Named<Rule>> rules() {
        return Stream.of(
                Named.of("no cycles", AuthorityRules::noCycles),
                Named.of("no package uses one above it", AuthorityRules::noPackageUsesOneAboveIt),
                Named.of("the foundation uses no feature", AuthorityRules::theFoundationUsesNoFeature),
                Named.of("no feature injects faults", AuthorityRules::faultsAreInjectedByNoFeature),
                Named.of("no private key leaves its package", AuthorityRules::noPrivateKeyLeavesItsPackage),
                Named.of("only the database holds connections", AuthorityRules::onlyTheDatabaseHoldsConnections),
                Named.of("time and randomness come in", AuthorityRules::timeAndRandomnessComeIn));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_authority_keeps_the_rule(Rule rule) {
        rule.apply(new AuthorityRules(ROOT)).check(AUTHORITY);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_refuses_what_breaks_it(Rule rule) {
        assertThat(rule.apply(new AuthorityRules(VIOLATING))
                        .evaluate(VIOLATIONS)
                        .hasViolation())
                .isTrue();
    }
}
