package org.stampwright.postage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of jobs in {@code docs/operations.md} lists the classes with a scheduled method, and no others. */
class JobTableTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path TABLE = Path.of("../docs/operations.md");
    private static final Pattern FIRST_COLUMN = Pattern.compile("^\\| `([a-z]+\\.[A-Z]\\w+)` \\|", Pattern.MULTILINE);
    private static final String ROOT = "org.stampwright.postage.";

    @Test
    void each_scheduled_class_has_its_row_and_each_row_its_class() throws IOException {
        List<String> rows = FIRST_COLUMN
                .matcher(table())
                .results()
                .map(MatchResult::group)
                .map(row -> ROOT + row.substring(row.indexOf('`') + 1, row.lastIndexOf('`')))
                .toList();

        assertThat(rows).isNotEmpty().containsExactlyInAnyOrderElementsOf(scheduled());
    }

    /** The first section with a table; the later ones have other subjects. */
    private static String table() throws IOException {
        String page = Files.readString(TABLE);
        int begin = page.indexOf("## Periodic jobs");
        return page.substring(begin, page.indexOf("\n## ", begin + 1));
    }

    private static List<String> scheduled() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("-info"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .filter(JobTableTest::isScheduled)
                    .toList();
        }
    }

    private static boolean isScheduled(String name) {
        try {
            return Stream.of(Class.forName(name, false, JobTableTest.class.getClassLoader())
                            .getDeclaredMethods())
                    .anyMatch(method -> method.getAnnotationsByType(Schedule.class).length > 0);
        } catch (ClassNotFoundException notBuilt) {
            throw new AssertionError(notBuilt);
        }
    }
}
