package org.stampwright.cli.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.stampwright.cli.home.Secrets;

/**
 * The roles and the two databases. The owner may change the schema and never serves a purchase; the application's role
 * may not; the auditor's role only reads; the authority's role can access only its own database. Passwords are set
 * again at each start, so that a home stays usable after a secret was replaced.
 */
public final class Roles {

    private final PostgresServer server;
    private final Secrets secrets;

    public Roles(PostgresServer server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    public void make() throws SQLException {
        try (Connection connection =
                new Login(server.url("postgres"), "postgres", secrets.superuserPassword()).connect()) {
            role(connection, "stampwright_owner", secrets.ownerPassword());
            role(connection, "stampwright_app", secrets.appPassword());
            role(connection, "stampwright_audit", secrets.auditPassword());
            role(connection, "authority", secrets.authorityDatabasePassword());
            database(connection, "stampwright", "stampwright_owner", "stampwright_app, stampwright_audit");
            database(connection, "authority", "authority", "authority");
            execute(connection, "alter role stampwright_audit set default_transaction_read_only = on");
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
            execute(connection, "create role " + name);
        }
        String quoted = password.replace("'", "''");
        execute(connection, "alter role " + name + " login nosuperuser password '" + quoted + "'");
    }

    private static void database(Connection connection, String name, String owner, String mayConnect)
            throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
            execute(connection, "create database " + name + " owner " + owner);
            execute(connection, "revoke all on database " + name + " from public");
            execute(connection, "grant connect on database " + name + " to " + mayConnect);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
