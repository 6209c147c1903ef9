package org.stampwright.cli.database;

import java.security.SecureRandom;
import java.sql.SQLException;
import org.stampwright.protocol.PasswordHash;

/**
 * The first operator's account, which cannot be created through the console because no operator exists yet. The owner
 * role writes it beside the migration. Operators create all further accounts.
 */
public final class Operator {

    public static final String LOGIN = "operator";

    private Operator() {}

    /** Sets the operator's password, creating the account if it is missing. */
    public static void setPassword(String url, String user, String ownerPassword, String operatorPassword)
            throws SQLException {
        String upsert =
                """
                insert into account (kind, login, password_hash) values ('operator', ?, ?)
                on conflict (kind, login) do update set password_hash = excluded.password_hash""";
        try (var connection = new Login(url, user, ownerPassword).connect();
                var statement = connection.prepareStatement(upsert)) {
            statement.setString(1, LOGIN);
            statement.setString(
                    2, PasswordHash.of(operatorPassword, new SecureRandom()).toString());
            statement.executeUpdate();
        }
    }
}
