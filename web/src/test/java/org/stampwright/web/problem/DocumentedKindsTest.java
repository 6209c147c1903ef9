package org.stampwright.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/api.md} lists every kind of problem with the status that it is answered with, and no other. */
class DocumentedKindsTest {

    private static final Path TOP = Path.of("").toAbsolutePath().getParent();
    private static final Pattern KIND = Pattern.compile("`([a-z-]+)`");
    /** Where the sources name a kind, first or behind the field that it is about. */
    private static final Pattern NAMED =
            Pattern.compile("(?:(?:\\brefused|\\brefusal|Refusal\\.of|new Refusal|Problem\\.of|new Problem|"
                    + "Undoing\\.(?:cancelled|declined)|new Declined)\\(|(?:refusedAt|Refusal\\.at|Problem\\.at)\\([^,;]+,)\\s*"
                    + "\"([a-z]+(?:-[a-z]+)*)\"");

    private final Map<String, Integer> documented = documented();

    @Test
    void eachKindWithAStatusOfItsOwnIsDocumentedWithIt() {
        assertThat(documented).containsAllEntriesOf(KindOfProblem.all());
    }

    @Test
    void eachDocumentedStatusIsTheOneThatIsAnswered() {
        documented.forEach((kind, status) ->
                assertThat(KindOfProblem.statusOf(kind)).as(kind).isEqualTo(status));
    }

    @Test
    void eachKindThatTheSourcesNameIsDocumented() throws IOException {
        var named = new TreeSet<String>();
        for (String module : Set.of("ejb", "web")) {
            try (var files = Files.walk(TOP.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> named.addAll(kindsIn(file)));
            }
        }
        assertThat(named)
                .contains("sheet-void", "ticket-used", "below-minimum", "email-invalid", "card-declined")
                .isSubsetOf(documented.keySet());
    }

    private static Set<String> kindsIn(Path file) {
        try {
            return NAMED.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rows of the table of kinds: kinds, statuses (as many as there are kinds, or one for all), meaning. */
    private static Map<String, Integer> documented() {
        var kinds = new TreeMap<String, Integer>();
        try (var lines = Files.lines(TOP.resolve("docs/api.md"))) {
            lines.filter(line -> line.matches("\\| `[a-z-]+`.*\\| \\d{3}.*\\|.*\\|"))
                    .map(line -> line.split("\\|"))
                    .forEach(cells -> addRow(kinds, cells[1], cells[2].strip().split(", ")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return kinds;
    }

    private static void addRow(Map<String, Integer> kinds, String names, String[] statuses) {
        var each = KIND.matcher(names).results().map(found -> found.group(1)).toList();
        for (int i = 0; i < each.size(); i++) {
            kinds.put(each.get(i), Integer.valueOf(statuses[Math.min(i, statuses.length - 1)]));
        }
    }
}
