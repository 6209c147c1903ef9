package org.stampwright.cli.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Who comes to which database. No step waits for ever: a server that took the connection and then stands still (a
 * suspended process, a dead network) is given up.
 */
record Login(String url, String user, String password) {

    static final int CONNECT_SECONDS = 2;
    static final int LOGIN_SECONDS = 10;
    private static final int ANSWER_SECONDS = 30;

    Connection connect() throws SQLException {
        return connect(ANSWER_SECONDS);
    }

    /** @param answerSeconds how long one answer may take */
    Connection connect(int answerSeconds) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(LOGIN_SECONDS));
        properties.setProperty("socketTimeout", Integer.toString(answerSeconds));
        return DriverManager.getConnection(url, properties);
    }
}
