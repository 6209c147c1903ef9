package org.stampwright.postage.container;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL for all tests of a run, with a database of its own for each that asks. */
public final class Database {

    private static final List<String> MIGRATIONS = List.of("V1__the_first_way_through.sql", "V2__draft_lines.sql");
    private static final String ROLES = "create role stampwright_owner; create role stampwright_app login;"
            + " create role stampwright_audit login;";
    private static EmbeddedPostgres server;
    private static int made;

    private Database() {}

    /** A new empty database with the vendor's schema, as its application's role sees it. */
    public static synchronized PGSimpleDataSource create() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "60")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(Database::stop));
                execute("postgres", ROLES);
            }
            String name = "vendor" + ++made;
            execute("postgres", "create database " + name);
            for (String migration : MIGRATIONS) {
                execute(name, read("/db/migration/" + migration));
            }
            return source(name, "stampwright_app");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same database as its superuser, to arrange and to look. */
    public static PGSimpleDataSource asSuperuser(PGSimpleDataSource of) {
        return source(of.getDatabaseName(), "postgres");
    }

    private static PGSimpleDataSource source(String name, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name);
        source.setUser(user);
        source.setStringType("unspecified");
        return source;
    }

    private static void execute(String database, String sql) {
        try (Connection connection = source(database, "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row, as text. */
    public static String one(PGSimpleDataSource database, String sql) {
        try (Connection connection = asSuperuser(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes something behind everybody's back. */
    public static void change(PGSimpleDataSource database, String sql) {
        execute(database.getDatabaseName(), sql);
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = Database.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
