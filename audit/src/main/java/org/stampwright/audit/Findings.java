package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of the checks, which may run in several threads. */
final class Findings {

    private final List<Finding> found = new ArrayList<>();

    synchronized void add(String invariant, String subject, String detail) {
        found.add(new Finding(invariant, subject, detail));
    }

    void addPsd(String invariant, long psd, String detail) {
        add(invariant, "psd %08d".formatted(psd), detail);
    }

    /** Adds every row of the query as a finding: its first column is the subject, its second the detail. */
    void addRows(String invariant, Connection snapshot, String query) throws SQLException {
        try (PreparedStatement statement = snapshot.prepareStatement(query)) {
            addRows(invariant, statement);
        }
    }

    /** Adds every row likewise. */
    void addRows(String invariant, PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                add(invariant, rows.getString(1), rows.getString(2));
            }
        }
    }

    synchronized List<Finding> all() {
        return List.copyOf(found);
    }
}
