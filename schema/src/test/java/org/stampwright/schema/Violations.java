package org.stampwright.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file of statements that each violate one rule of a schema. The statements before the first heading insert the rows
 * that all cases start from; a heading is a line {@code -- table.rule} or {@code -- table.rule, implied by other_rule}.
 */
record Violations(String rows, Map<String, Violation> cases) {

    private static final Pattern HEADING =
            Pattern.compile("(?m)^-- ([a-z_]+\\.[a-z0-9_]+)(?:, implied by ([a-z0-9_]+))?$");

    /**
     * A statement that a rule refuses.
     *
     * @param impliedBy another rule of the table that also refuses it and is dropped first, or null
     */
    record Violation(String sql, String impliedBy) {}

    static Violations read(InputStream file) {
        try (file) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Violations parse(String text) {
        List<MatchResult> headings = HEADING.matcher(text).results().toList();
        Map<String, Violation> cases = new TreeMap<>();
        for (int i = 0; i < headings.size(); i++) {
            MatchResult heading = headings.get(i);
            int end = i + 1 < headings.size() ? headings.get(i + 1).start() : text.length();
            Violation violation =
                    new Violation(text.substring(heading.end(), end).strip(), heading.group(2));
            if (cases.put(heading.group(1), violation) != null) {
                throw new IllegalArgumentException(heading.group(1) + " has two cases");
            }
        }
        return new Violations(text.substring(0, headings.get(0).start()), cases);
    }
}
