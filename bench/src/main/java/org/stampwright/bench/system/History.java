package org.stampwright.bench.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads from the vendor's database what has happened so far. */
public final class History implements AutoCloseable {

    private final Connection connection;

    public History(VendorSystem system) throws SQLException {
        connection = DriverManager.getConnection(system.jdbcUrl());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Returns the number of pieces that have a signature or were given up. */
    public long pieces() throws SQLException {
        return number("select count(*) from indicium_fate");
    }

    /** Returns the number of orders that are placed and not at rest. */
    public long unfinishedOrders() throws SQLException {
        return number("select count(*) from postage_order where state not in "
                + "('draft', 'released', 'printed', 'declined', 'cancelled', 'expired')");
    }

    public long releasedOrders() throws SQLException {
        return number("select count(*) from postage_order where state in ('released', 'printed')");
    }

    /** Returns the serial numbers of all PSDs. */
    public List<Long> psds() throws SQLException {
        List<Long> psds = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select serial from psd order by serial")) {
            while (rows.next()) {
                psds.add(rows.getLong(1));
            }
        }
        return psds;
    }

    /** Returns the single number that a query selects. */
    public long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
