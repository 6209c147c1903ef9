package org.stampwright.cli.database;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The first operator's account, which nobody could make through the console: written by the owner role beside the
 * migration. Every further account is made by an operator.
 */
public final class Operator {

    public static final String LOGIN = "operator";

    private static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private Operator() {}

    /** Gives the operator this password; the account is made where it is missing. */
    public static void setPassword(String url, String user, String ownerPassword, String operatorPassword)
            throws SQLException {
        String upsert =
                """
                insert into account (kind, login, password_hash) values ('operator', ?, ?)
                on conflict (kind, login) do update set password_hash = excluded.password_hash""";
        try (var connection = new Login(url, user, ownerPassword).connect();
                var statement = connection.prepareStatement(upsert)) {
            statement.setString(1, LOGIN);
            statement.setString(2, hash(operatorPassword));
            statement.executeUpdate();
        }
    }

    /** {@code pbkdf2:iterations:salt:hash}, HMAC-SHA-512, base 64; read by the application's accounts. */
    static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, HASH_BITS))
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return "pbkdf2:" + ITERATIONS + ":" + base64.encodeToString(salt) + ":" + base64.encodeToString(hash);
        } catch (GeneralSecurityException everyJdkHasPbkdf2) {
            throw new IllegalStateException(everyJdkHasPbkdf2);
        }
    }
}
