package org.stampwright.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLException;

/** Checks the privileges of the application and the auditor on each table, and that PostgreSQL refuses all others. */
class PrivilegesTest {

    private static final List<String> CHANGES = List.of("INSERT", "UPDATE", "DELETE", "TRUNCATE");
    private static final List<String> INSERT_ONLY = List.of("INSERT");
    private static final List<String> INSERT_AND_UPDATE = List.of("INSERT", "UPDATE");

    /** The application's privileges; add each new table here. */
    private static final Map<String, List<String>> APP = Map.ofEntries(
            Map.entry("account", INSERT_AND_UPDATE),
            Map.entry("audit_checkpoint", INSERT_AND_UPDATE),
            Map.entry("audit_finding", INSERT_ONLY),
            Map.entry("audit_run", INSERT_ONLY),
            Map.entry("difference_confirmation", INSERT_ONLY),
            Map.entry("allowance", List.of("INSERT", "UPDATE", "DELETE")),
            Map.entry("failed_attempt", List.of("INSERT", "UPDATE", "DELETE")),
            Map.entry("flyway_schema_history", List.of()),
            Map.entry("funding", INSERT_AND_UPDATE),
            Map.entry("head_comparison", List.of("UPDATE")),
            Map.entry("indicium_content", INSERT_ONLY),
            Map.entry("indicium_fate", INSERT_ONLY),
            Map.entry("label_position", INSERT_AND_UPDATE),
            Map.entry("label_sheet", INSERT_AND_UPDATE),
            Map.entry("lease", List.of("INSERT", "UPDATE", "DELETE")),
            Map.entry("ledger_entry", INSERT_ONLY),
            Map.entry("licence", INSERT_AND_UPDATE),
            Map.entry("module_certificate", INSERT_AND_UPDATE),
            Map.entry("order_line", List.of("INSERT", "DELETE")),
            Map.entry("payment", INSERT_AND_UPDATE),
            Map.entry("piece_void", INSERT_AND_UPDATE),
            Map.entry("postage_order", INSERT_AND_UPDATE),
            Map.entry("print_ticket", INSERT_AND_UPDATE),
            Map.entry("psd", INSERT_AND_UPDATE),
            // Of its columns, only confirmation_id may be updated.
            Map.entry("psd_difference", INSERT_ONLY),
            Map.entry("psd_receipt", INSERT_ONLY),
            Map.entry("rate", INSERT_ONLY),
            Map.entry("rate_edition", INSERT_ONLY),
            Map.entry("server_system", INSERT_AND_UPDATE),
            Map.entry("vendor_setting", INSERT_AND_UPDATE));

    private static PGSimpleDataSource database;

    @BeforeAll
    static void create() {
        database = VendorDatabase.create();
    }

    @Test
    void every_table_is_listed() throws SQLException {
        assertThat(tables()).containsExactlyInAnyOrderElementsOf(APP.keySet());
    }

    @TestFactory
    Stream<DynamicTest> the_application_may_do_what_is_listed_and_nothing_else() {
        return APP.entrySet().stream().flatMap(table -> CHANGES.stream()
                .map(change -> dynamicTest(
                        change + " " + table.getKey(),
                        () -> judge(
                                VendorDatabase.APP,
                                change,
                                table.getKey(),
                                table.getValue().contains(change)))));
    }

    @TestFactory
    Stream<DynamicTest> the_auditor_changes_nothing() {
        return APP.keySet().stream().flatMap(table -> CHANGES.stream()
                .map(change ->
                        dynamicTest(change + " " + table, () -> judge(VendorDatabase.AUDIT, change, table, false))));
    }

    /** The functions delete with their owner's privileges, so only the application may call them. */
    @Test
    void only_the_application_purges() throws SQLException {
        for (String rows : List.of("drafts", "tickets", "failed_attempts", "audit_runs")) {
            String purge = "select purge_" + rows + "(1)";
            execute(VendorDatabase.APP, purge);
            refused(VendorDatabase.AUDIT, purge);
        }
    }

    @Test
    void neither_role_makes_or_drops_a_table() {
        for (String role : List.of(VendorDatabase.APP, VendorDatabase.AUDIT)) {
            for (String sql :
                    List.of("create table mine (id bigint)", "drop table lease", "alter table psd add x int")) {
                refused(role, sql);
            }
        }
    }

    private static void judge(String role, String change, String table, boolean may) throws SQLException {
        String sql = statement(change, table);
        if (may) {
            execute(role, sql);
        } else {
            refused(role, sql);
        }
    }

    private static void refused(String role, String sql) {
        assertThatThrownBy(() -> execute(role, sql))
                .as(role + ": " + sql)
                .isInstanceOfSatisfying(PSQLException.class, refusal -> assertThat(refusal.getSQLState())
                        .isEqualTo("42501"));
    }

    /** Changes no row: the statement tests the privilege only. */
    private static String statement(String change, String table) throws SQLException {
        return switch (change) {
            case "INSERT" -> {
                String columns = String.join(
                        ", ",
                        lines("select column_name from information_schema.columns where table_name = '" + table
                                + "' and table_schema = 'public' and is_generated = 'NEVER'"));
                yield "insert into " + table + " (" + columns + ") overriding system value select " + columns + " from "
                        + table + " where false";
            }
            case "UPDATE" -> {
                String column = lines("select column_name from information_schema.columns where table_name = '" + table
                                + "' and is_identity = 'NO' order by ordinal_position limit 1")
                        .get(0);
                yield "update " + table + " set " + column + " = " + column + " where false";
            }
            case "DELETE" -> "delete from " + table + " where false";
            default -> "truncate " + table;
        };
    }

    private static List<String> tables() throws SQLException {
        return lines("select table_name from information_schema.tables where table_schema = 'public'");
    }

    private static List<String> lines(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void execute(String role, String sql) throws SQLException {
        try (Connection connection = VendorDatabase.as(role, database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
