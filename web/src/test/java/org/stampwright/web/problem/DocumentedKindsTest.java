package org.stampwright.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.refusal.ProblemKind;

/** {@code docs/api.md} lists every kind of problem with its status, and no other kind. */
class DocumentedKindsTest {

    private static final Path TOP = Path.of("").toAbsolutePath().getParent();
    private static final Pattern KIND = Pattern.compile("`([a-z-]+)`");

    @Test
    void each_kind_is_documented_with_its_status_and_no_other_is() {
        assertThat(documented())
                .containsExactlyInAnyOrderEntriesOf(Arrays.stream(ProblemKind.values())
                        .collect(Collectors.toMap(ProblemKind::slug, ProblemKind::status)));
    }

    @Test
    void each_kind_is_found_by_its_slug() {
        assertThat(Arrays.stream(ProblemKind.values())
                        .collect(Collectors.toMap(Function.identity(), kind -> ProblemKind.of(kind.slug()))))
                .allSatisfy((kind, found) -> assertThat(found).isEqualTo(kind));
    }

    /** Returns the rows of the table of kinds: kinds, statuses (one for each kind, or one for all), meaning. */
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
