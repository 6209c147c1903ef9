package org.stampwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/**
 * Each kind of refusal that a facade may answer with is received through the container once, in {@code RefusalsIT}. The
 * kinds are read from the byte code: those that a public method with an {@link Answer} names, itself or in methods that
 * it calls and that return an answer or a refusal.
 */
class RefusalCoverageTest {

    private static final Path REFUSALS_IT = Path.of("src/test/java/org/stampwright/postage/container/RefusalsIT.java");

    /**
     * Given only before an instance has first asked the authority ({@code HeadComparisonTest} receives it), and only
     * while every password slot is taken ({@code AccountsTest}).
     */
    private static final Set<String> RECEIVED_ELSEWHERE =
            Set.of("CheckoutPages UNAVAILABLE", "PlacingOrders UNAVAILABLE", "Accounts OVERLOADED");

    private static final JavaClasses BUSINESS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.stampwright.postage");

    private static final Pattern FIELD = Pattern.compile("@Inject\\s+(\\w+) (\\w+);");
    private static final Pattern REFUSED =
            Pattern.compile("refused\\(\\s*(\\w+)\\.\\w+\\(.*?ProblemKind\\.(\\w+)", Pattern.DOTALL);

    @Test
    void each_refusal_of_each_facade_is_received_in_the_container() throws IOException {
        Set<String> untested = new TreeSet<>(refusals());
        untested.removeAll(received(Files.readString(REFUSALS_IT)));
        assertThat(untested).isEqualTo(new TreeSet<>(RECEIVED_ELSEWHERE));
    }

    @Test
    void a_refusal_that_is_received_from_one_facade_is_not_covered_for_another() {
        String test = "@Inject Accounts accounts; @Inject Drafts drafts; refused(accounts.register(\"a\", b),"
                + " ProblemKind.EMAIL_INVALID, \"email\"); refused(drafts.sheet(c), ProblemKind.NOT_FOUND, null);";
        assertThat(received(test)).containsExactlyInAnyOrder("Accounts EMAIL_INVALID", "Drafts NOT_FOUND");
    }

    @Test
    void a_refusal_of_a_method_that_is_called_counts_for_its_caller() {
        assertThat(refusals())
                .contains(
                        "Accounts EMAIL_TAKEN",
                        "Drafts SHEET_MISTYPED",
                        "Tickets NOT_FOUND",
                        "Webhooks UNAUTHENTICATED")
                .doesNotContain("Accounts NOT_FOUND");
    }

    private static Set<String> refusals() {
        Set<String> refusals = new TreeSet<>();
        for (JavaClass facade : BUSINESS) {
            if (facade.isAnnotatedWith(Stateless.class) || facade.isAnnotatedWith(ApplicationScoped.class)) {
                kinds(facade).forEach(kind -> refusals.add(facade.getSimpleName() + " " + kind));
            }
        }
        return refusals;
    }

    private static Set<String> kinds(JavaClass facade) {
        Set<JavaCodeUnit> reached = new HashSet<>();
        facade.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> method.getRawReturnType().isEquivalentTo(Answer.class))
                .forEach(method -> reach(method, reached));
        Set<String> kinds = new TreeSet<>();
        reached.stream()
                .flatMap(unit -> unit.getFieldAccesses().stream())
                .filter(access -> access.getTargetOwner().isEquivalentTo(ProblemKind.class))
                .forEach(access -> kinds.add(access.getTarget().getName()));
        return kinds;
    }

    private static void reach(JavaCodeUnit unit, Set<JavaCodeUnit> reached) {
        if (reached.add(unit)) {
            called(unit).filter(RefusalCoverageTest::mayRefuse).forEach(method -> reach(method, reached));
        }
    }

    private static Stream<JavaMethod> called(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getMethodCallsFromSelf().stream().flatMap(call -> call.getTarget().resolveMember().stream()),
                unit.getMethodReferencesFromSelf().stream()
                        .flatMap(reference -> reference.getTarget().resolveMember().stream()));
    }

    private static boolean mayRefuse(JavaMethod method) {
        return method.getOwner().getPackageName().startsWith("org.stampwright.postage")
                && method.getReturnType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(Answer.class) || type.isEquivalentTo(Refusal.class));
    }

    /** Returns the facade and the kind of each {@code refused(facade.method(…), ProblemKind.KIND, …)} of a test. */
    private static Set<String> received(String test) {
        Map<String, String> facades = new HashMap<>();
        FIELD.matcher(test).results().forEach(field -> facades.put(field.group(2), field.group(1)));
        Set<String> received = new TreeSet<>();
        REFUSED.matcher(test).results().forEach(call -> received.add(facades.get(call.group(1)) + " " + call.group(2)));
        return received;
    }
}
