package org.stampwright.cli.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The credentials for one database. Every step has a time limit, so that a server that accepted the connection and then
 * hangs (a suspended process, a dead network) is given up.
 */
record Login(String url, String user, String password) {

    static final int CONNECT_SECONDS = 2;
    static final int LOGIN_SECONDS = 10;
    private static final int ANSWER_SECONDS = 30;

    Connection connect() throws SQLException {
        return connect(ANSWER_SECONDS);
    }

    /** @param answerSeconds the time limit for one response */
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
