package org.stampwright.cli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.cli.home.Home;

class PostgresServerTest {

    @TempDir
    static Path folder;

    private static Home home;
    private static PostgresServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        home = new Home(folder.resolve("home")).make();
        server = new PostgresServer(home, freePort());
        // The state that a killed initdb leaves behind.
        Files.createDirectories(home.postgres().resolve("data.new/base"));
        Files.writeString(home.postgres().resolve("data.new/PG_VERSION"), "16\n");
        server.prepare();
        Process process = new ProcessBuilder(server.command())
                .redirectErrorStream(true)
                .redirectOutput(home.log("postgres").toFile())
                .start();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            assertThat(process.isAlive()).as(() -> text(home.log("postgres"))).isTrue();
            return server.answers();
        });
        new Roles(server, home.secrets()).make();
    }

    @AfterAll
    static void stop() {
        assertThat(server.stopOrphan()).isTrue();
        assertThat(server.answers()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "stampwright_owner", "stampwright_app", "stampwright_audit", "authority"})
    void nobody_comes_in_with_a_wrong_password(String role) {
        assertThatThrownBy(() -> connect("postgres", role, "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @ParameterizedTest
    @CsvSource({
        "fsync,on",
        "synchronous_commit,on",
        "full_page_writes,on",
        "listen_addresses,127.0.0.1",
        "unix_socket_directories,''",
        "password_encryption,scram-sha-256"
    })
    void its_safety_settings_are_on(String setting, String value) throws SQLException {
        assertThat(answer(connect("postgres", "postgres", home.secrets().superuserPassword()), "show " + setting))
                .isEqualTo(value);
    }

    @Test
    void the_superuser_too_was_never_trusted() throws IOException {
        assertThat(Files.readAllLines(server.data().resolve("pg_hba.conf")))
                .filteredOn(line -> !line.startsWith("#"))
                .containsExactly("host all all 127.0.0.1/32 scram-sha-256");
    }

    @Test
    void the_authority_does_not_see_the_vendors_database_nor_the_vendor_the_authoritys() throws SQLException {
        connect("authority", "authority", home.secrets().authorityDatabasePassword())
                .close();
        assertThatThrownBy(
                        () -> connect("stampwright", "authority", home.secrets().authorityDatabasePassword()))
                .hasMessageContaining("permission denied for database");
        assertThatThrownBy(() ->
                        connect("authority", "stampwright_app", home.secrets().appPassword()))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void the_application_may_not_change_the_schema_nor_the_auditor_anything() throws SQLException {
        Schema.migrate(
                server.url("stampwright"), "stampwright_owner", home.secrets().ownerPassword());

        try (Connection application =
                connect("stampwright", "stampwright_app", home.secrets().appPassword())) {
            assertThatThrownBy(() -> application.createStatement().execute("create table mine (x int)"))
                    .hasMessageContaining("permission denied");
        }
        try (Connection auditor =
                connect("stampwright", "stampwright_audit", home.secrets().auditPassword())) {
            assertThatThrownBy(() -> auditor.createStatement().execute("delete from account"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void the_operators_password_is_stored_as_a_salted_hash_only() throws SQLException {
        String url = server.url("stampwright");
        Schema.migrate(url, "stampwright_owner", home.secrets().ownerPassword());
        Operator.setPassword(url, "stampwright_owner", home.secrets().ownerPassword(), "first");
        Operator.setPassword(url, "stampwright_owner", home.secrets().ownerPassword(), "second");

        String stored = answer(
                connect("stampwright", "stampwright_owner", home.secrets().ownerPassword()),
                "select string_agg(password_hash, ' ') from account where kind = 'operator'");

        assertThat(stored).matches("pbkdf2:210000:[A-Za-z0-9+/=]{24}:[A-Za-z0-9+/=]{44}");
    }

    private static Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(server.url(database), user, password);
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (connection;
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
