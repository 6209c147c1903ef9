package org.stampwright.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import jakarta.ejb.Schedule;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which package may use which, how many types one has, and what only one of them does, under a root package. */
final class PackageRules {

    /** From what changes an order's row up to what a consumer asks for: each uses those before it, none after it. */
    private static final List<String> FROM_THE_GROUND_UP =
            List.of("orderstate", "ledger", "worker", "franking", "workflow", "order");

    private static final Pattern JOINED_LITERALS = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern UPDATE_OF_AN_ORDER = Pattern.compile("update postage_order[^\"]*? set ([^\"]*)");
    private static final Pattern ASSIGNS_STATE = Pattern.compile("(?<![\\w.])state\\s*=");

    private final String root;

    PackageRules(String root) {
        this.root = root;
    }

    /** Not met yet: what was compared gives orders back, and a change of state asks whether selling is stopped. */
    ArchRule noCycles() {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAPackage(root + ".comparison"), resideInAPackage(root + ".orderstate"));
    }

    ArchRule noPackageOfThePurchaseUsesOneAboveIt() {
        return CompositeArchRule.of(IntStream.range(0, FROM_THE_GROUND_UP.size() - 1)
                .mapToObj(this::usesNoneAbove)
                .toList());
    }

    private ArchRule usesNoneAbove(int place) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + FROM_THE_GROUND_UP.get(place))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FROM_THE_GROUND_UP.stream()
                        .skip(place + 1L)
                        .map(above -> root + "." + above)
                        .toArray(String[]::new))
                .allowEmptyShould(true);
    }

    ArchRule jobsAreScheduledByTheirMethodRun() {
        return methods()
                .that()
                .areAnnotatedWith(Schedule.class)
                .should()
                .haveName("run")
                .andShould()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Job");
    }

    /** Not met yet: the classes of these names and packages, see decision 8. */
    ArchRule sqlRunsOnJdbi() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".indicium", root + ".ledger")
                .and()
                .doNotHaveSimpleName("LeaseRenewalJob")
                .should()
                .callMethodWhere(target(nameStartingWith("createNative")))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Statement.class);
    }

    /** Returns the packages with more types than this, and how many they have. */
    static Map<String, Long> largerThan(long most, JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(types -> types.getValue() > most)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Returns whether a source holds a statement that changes the state of an order. */
    static boolean changesState(String source) {
        return UPDATE_OF_AN_ORDER
                .matcher(JOINED_LITERALS.matcher(source).replaceAll(""))
                .results()
                .map(found -> found.group(1).split(" where ", 2)[0])
                .anyMatch(assignments -> ASSIGNS_STATE.matcher(assignments).find());
    }
}
