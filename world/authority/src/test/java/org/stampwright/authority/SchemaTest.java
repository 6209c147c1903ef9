package org.stampwright.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.postgresql.ds.PGSimpleDataSource;

/** The migration of a new database, and of one that an earlier authority created without Flyway. */
class SchemaTest {

    private static EmbeddedPostgres postgres;

    private String name;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void make_a_database(TestInfo test) throws SQLException {
        name = test.getTestMethod().orElseThrow().getName().substring(0, 30);
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
    }

    @Test
    void an_empty_database_gets_every_version_and_a_second_start_none() throws Exception {
        Schema.migrate(database());
        assertThat(history()).startsWith("1 SQL", "2 SQL").allMatch(line -> line.endsWith("SQL"));
        List<String> first = history();
        Schema.migrate(database());
        assertThat(history()).isEqualTo(first);
    }

    @Test
    void a_database_from_before_flyway_is_taken_over_at_its_version_with_its_records() throws Exception {
        beforeFlyway("V1__first_form.sql", "V2__identity.sql");
        execute("insert into identity (root) values ('\\x01')");
        Schema.migrate(database());
        assertThat(history()).startsWith("2 BASELINE").doesNotContain("1 SQL", "2 SQL");
        assertThat(lines("select encode(root, 'hex') from identity")).containsExactly("01");
    }

    @Test
    void a_database_of_the_first_version_gets_the_second() throws Exception {
        beforeFlyway("V1__first_form.sql");
        Schema.migrate(database());
        assertThat(history()).startsWith("1 BASELINE", "2 SQL");
        assertThat(lines("select count(*) from identity")).containsExactly("0");
    }

    @Test
    void a_database_out_of_reach_is_a_fault_that_the_next_request_may_mend() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/authority");
        assertThatThrownBy(() -> Schema.migrate(nowhere)).isInstanceOf(DatabaseFault.class);
    }

    @Test
    void tables_that_an_earlier_version_did_not_make_are_a_fault() throws Exception {
        execute("create table vendor (name text)");
        assertThatThrownBy(() -> Schema.migrate(database())).isInstanceOf(DatabaseFault.class);
    }

    private DataSource database() {
        return postgres.getDatabase("postgres", name);
    }

    private void beforeFlyway(String... scripts) throws Exception {
        execute("create table schema_version "
                + "(version integer primary key, applied_at timestamptz not null default now())");
        for (int version = 1; version <= scripts.length; version++) {
            execute(script(scripts[version - 1]));
            execute("insert into schema_version (version) values (" + version + ")");
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream script = Schema.class.getResourceAsStream("/authority/" + name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> history() throws SQLException {
        return lines("select version || ' ' || type from flyway_schema_history order by installed_rank");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> lines(String query) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
