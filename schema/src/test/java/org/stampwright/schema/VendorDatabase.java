package org.stampwright.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Vendor databases for tests: one PostgreSQL per JVM, migrated once; each caller gets its own copy. */
public final class VendorDatabase {

    public static final String APP = "stampwright_app";
    public static final String AUDIT = "stampwright_audit";
    public static final String SUPERUSER = "postgres";

    private static final String TEMPLATE = "vendor_template";
    private static EmbeddedPostgres server;
    private static int made;

    private VendorDatabase() {}

    /** Returns a new database with the vendor's schema and no rows of its own, as its superuser. */
    public static synchronized PGSimpleDataSource create() {
        if (server == null) {
            start();
        }
        String name = "vendor" + ++made;
        execute(SUPERUSER, "create database " + name + " template " + TEMPLATE);
        return source(name, SUPERUSER);
    }

    /** Returns the same database with the privileges of this role. */
    public static PGSimpleDataSource as(String role, PGSimpleDataSource database) {
        return source(database.getDatabaseName(), role);
    }

    private static void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "60")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(VendorDatabase::stop));
        execute(
                SUPERUSER,
                "create role stampwright_owner; create role " + APP + " login; create role " + AUDIT + " login");
        execute(SUPERUSER, "create database " + TEMPLATE);
        Flyway.configure()
                .dataSource(source(TEMPLATE, SUPERUSER))
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static void execute(String database, String sql) {
        try (Connection connection = source(database, SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static PGSimpleDataSource source(String name, String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name);
        source.setUser(role);
        source.setStringType("unspecified");
        return source;
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
