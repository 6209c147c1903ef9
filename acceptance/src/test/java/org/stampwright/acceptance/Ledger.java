package org.stampwright.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The vendor's database, read (and sometimes damaged) without the vendor's knowledge. */
record Ledger(String jdbcUrl) {

    /** One PSD's registers, in mills. */
    record Psd(long serial, long owner, long ascending, long descending, long added, long withdrawn, long pieces) {}

    List<List<Object>> rows(String query, Object... arguments) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<List<Object>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        row.add(result.getObject(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new AssertionError(query, failed);
        }
    }

    long number(String query, Object... arguments) {
        return ((Number) rows(query, arguments).get(0).get(0)).longValue();
    }

    int change(String statement, Object... arguments) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                PreparedStatement change = connection.prepareStatement(statement)) {
            for (int i = 0; i < arguments.length; i++) {
                change.setObject(i + 1, arguments[i]);
            }
            return change.executeUpdate();
        } catch (SQLException failed) {
            throw new AssertionError(statement, failed);
        }
    }

    Map<Long, Psd> psds() {
        Map<Long, Psd> psds = new TreeMap<>();
        for (List<Object> row : rows("select serial, owner_id, ascending, descending, funds_added, funds_withdrawn, "
                + "piece_count from psd")) {
            List<Long> n =
                    row.stream().map(value -> ((Number) value).longValue()).toList();
            psds.put(n.get(0), new Psd(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5), n.get(6)));
        }
        return psds;
    }

    /** Returns everything that a refused purchase must not change: pieces, ascending registers, positions, payments. */
    List<Object> whatMustNotMove() {
        List<Object> all = new ArrayList<>();
        all.addAll(rows("select serial, ascending, piece_count from psd order by serial"));
        all.addAll(rows("select sheet, position, state from label_position where state <> 'free' order by 1, 2"));
        all.addAll(rows("select count(*) from indicium_content"));
        all.addAll(rows("select count(*) from payment where state in ('held', 'captured')"));
        return all;
    }
}
