package org.stampwright.bench.cost;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** Reads the database's write-ahead log by {@code pg_walinspect}, which belongs to the embedded PostgreSQL. */
final class Wal {

    /** A transaction belongs to the database of the blocks that it changed. */
    private static final String COMMITS =
            """
            with record as (
                select xid::text, resource_manager, record_type,
                       substring(block_ref from 'rel [0-9]+/([0-9]+)/') as database
                from pg_get_wal_records_info(?::pg_lsn, ?::pg_lsn))
            select coalesce(d.datname, 'none'), count(*) from (
                select c.xid, max(r.database) as database
                from record c left join record r on r.xid = c.xid and r.database is not null
                where c.resource_manager = 'Transaction' and c.record_type like 'COMMIT%'
                group by c.xid) written
            left join pg_database d on d.oid = written.database::oid
            group by 1
            """;

    private final Connection connection;

    private Wal(Connection connection) {
        this.connection = connection;
    }

    /** Prepares the reading; the connection belongs to a superuser. */
    static Wal of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_walinspect");
        }
        return new Wal(connection);
    }

    /** Returns the present end of the log. */
    String end() throws SQLException {
        return text("select pg_current_wal_flush_lsn()");
    }

    long bytes(String from, String to) throws SQLException {
        return Long.parseLong(text("select pg_wal_lsn_diff('" + to + "', '" + from + "')::bigint"));
    }

    /** Returns the number of transactions between two places that wrote and committed, by database. */
    Map<String, Integer> commits(String from, String to) throws SQLException {
        Map<String, Integer> commits = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(COMMITS)) {
            query.setString(1, from);
            query.setString(2, to);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    commits.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return commits;
    }

    private String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
