package org.stampwright.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.postgresql.util.PSQLException;
import org.stampwright.schema.Violations.Violation;

/**
 * Violates every constraint, unique index and trigger of a schema, each by a statement that violates it alone:
 * PostgreSQL names it, and without it the statement succeeds. Primary keys are violated by repeating an existing row.
 */
public final class GuardCheck {

    private final DataSource database;
    private final Violations violations;
    private final List<Guard> guards;

    /** @param violations as {@link Violations} describes it */
    public GuardCheck(DataSource database, InputStream violations) throws SQLException {
        this.database = database;
        this.violations = Violations.read(violations);
        try (Connection connection = database.getConnection()) {
            execute(connection, this.violations.rows());
            this.guards = Guard.all(connection);
        }
    }

    /** Returns the rules that lack a case, and the cases that lack a rule. */
    public Set<String> unmatched() {
        Set<String> named = guards.stream()
                .filter(guard -> !guard.isPrimaryKey())
                .map(Guard::label)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unmatched = new TreeSet<>();
        named.stream()
                .filter(label -> !violations.cases().containsKey(label))
                .forEach(label -> unmatched.add("no case violates " + label));
        violations.cases().keySet().stream()
                .filter(label -> !named.contains(label))
                .forEach(label -> unmatched.add("the schema has no rule " + label));
        return unmatched;
    }

    /** Returns one test for each rule that has a case, and one for each primary key. */
    public Stream<DynamicTest> tests() {
        return guards.stream()
                .filter(guard -> guard.isPrimaryKey() || violations.cases().containsKey(guard.label()))
                .map(guard -> dynamicTest(guard.label() + " refuses", () -> refuses(guard)));
    }

    private void refuses(Guard guard) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Violation violation = violation(connection, guard);
                if (violation.impliedBy() != null) {
                    execute(
                            connection,
                            named(guard.table(), violation.impliedBy()).drop());
                }
                var before = connection.setSavepoint();
                refused(connection, guard, violation.sql());
                connection.rollback(before);
                execute(connection, guard.drop());
                execute(connection, violation.sql());
            } finally {
                connection.rollback();
            }
        }
    }

    private static void refused(Connection connection, Guard by, String sql) {
        assertThatThrownBy(() -> execute(connection, sql))
                .as(sql)
                .isInstanceOfSatisfying(PSQLException.class, refusal -> names(by, refusal));
    }

    private Guard named(String table, String name) {
        return guards.stream()
                .filter(guard -> guard.table().equals(table) && guard.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Repeats a row for a primary key; the table's other unique keys, which the row violates as well, are dropped. */
    private Violation violation(Connection connection, Guard guard) throws SQLException {
        if (!guard.isPrimaryKey()) {
            return violations.cases().get(guard.label());
        }
        for (Guard other : guards) {
            if (other.table().equals(guard.table()) && other.isUnique() && !other.equals(guard)) {
                execute(connection, other.drop());
            }
        }
        String columns = storedColumns(connection, guard.table());
        return new Violation(
                "insert into " + guard.table() + " (" + columns + ") overriding system value select " + columns
                        + " from " + guard.table() + " limit 1",
                null);
    }

    /** Returns the columns without those that the database generates. */
    private static String storedColumns(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select string_agg(column_name, ', ') from information_schema.columns where table_schema = 'public'"
                        + " and table_name = ? and is_generated = 'NEVER'")) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void names(Guard guard, PSQLException refused) {
        assertThat(refused.getSQLState()).as(refused.getMessage()).isEqualTo(guard.sqlState());
        if (!guard.isTrigger()) {
            assertThat(refused.getServerErrorMessage().getTable()).isEqualTo(guard.table());
            assertThat(refused.getServerErrorMessage().getConstraint()).isEqualTo(guard.name());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("set constraints all immediate");
        }
    }
}
