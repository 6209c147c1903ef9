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

    /** Returns the number of placed orders that are not settled and do not wait for the consumer. */
    public long unfinishedOrders() throws SQLException {
        return number("select count(*) from postage_order where unfinished and waits_for is distinct from 'consumer'");
    }

    /** Returns the number of paid orders of which a piece has no fate yet. */
    public long unsignedOrders() throws SQLException {
        return number("select count(*) from postage_order where state in ('held', 'claimed', 'franked')");
    }

    public long frankedEntries() throws SQLException {
        return number("select count(*) from ledger_entry where kind = 'franked'");
    }

    /** Returns the number of PSDs whose newest entry has no receipt. */
    public long unreceiptedPsds() throws SQLException {
        return number("select count(*) from (select psd, max(number) as newest from ledger_entry group by psd) entry "
                + "left join (select psd, max(entry_number) as newest from psd_receipt group by psd) receipt using"
                + " (psd) "
                + "where entry.newest > coalesce(receipt.newest, 0)");
    }

    /** Returns the milliseconds from the first to the last of the newest fates. */
    public long fateSpanMs(long newest) throws SQLException {
        return number("select (extract(epoch from max(at) - min(at)) * 1000)::bigint from "
                + "(select at from indicium_fate order by at desc limit " + newest + ") fate");
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
