package org.stampwright.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The arrows between the authority's packages, and what only one of them does, for the packages under a root. */
final class AuthorityRules {

    /** From the keys up to the desk: each uses those before it, none after it. */
    private static final List<String> FROM_THE_GROUND_UP =
            List.of("keys", "authentication", "vendor", "trust", "certificates", "funds", "fate", "intake", "desk");

    /** Those in the root that put the features together; the others are their foundation. */
    private static final Set<String> ASSEMBLY = Set.of("AuthorityApplication", "Startup");

    private static final Set<String> DATABASE = Set.of("Database", "Transaction", "Schema");

    private final String root;

    AuthorityRules(String root) {
        this.root = root;
    }

    ArchRule noCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    ArchRule noPackageUsesOneAboveIt() {
        return CompositeArchRule.of(IntStream.range(0, FROM_THE_GROUND_UP.size() - 1)
                .mapToObj(this::usesNoneAbove)
                .toList());
    }

    private ArchRule usesNoneAbove(int place) {
        String[] above = FROM_THE_GROUND_UP.stream()
                .skip(place + 1L)
                .map(name -> root + "." + name)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + FROM_THE_GROUND_UP.get(place))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .allowEmptyShould(true);
    }

    ArchRule theFoundationUsesNoFeature() {
        return noClasses()
                .that()
                .resideInAPackage(root)
                .and(describe("are no assembly", type -> !ASSEMBLY.contains(outermost(type))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + ".*"));
    }

    ArchRule faultsAreInjectedByNoFeature() {
        return noClasses()
                .that()
                .resideInAnyPackage(FROM_THE_GROUND_UP.stream()
                        .map(name -> root + "." + name)
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".faults");
    }

    ArchRule noPrivateKeyLeavesItsPackage() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".keys")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PrivateKey.class);
    }

    ArchRule onlyTheDatabaseHoldsConnections() {
        return noClasses()
                .that(describe("are not the database", type -> !DATABASE.contains(outermost(type))))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Connection.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Statement.class);
    }

    ArchRule timeAndRandomnessComeIn() {
        return noClasses()
                .that()
                .doNotHaveSimpleName("ClockAndRandom")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(SecureRandom.class);
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(AuthorityRules::outermost).orElseGet(type::getSimpleName);
    }
}
