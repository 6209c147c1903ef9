package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of the checks. */
final class Findings {

    private final List<Finding> found = new ArrayList<>();

    void add(String invariant, String subject, String detail) {
        found.add(new Finding(invariant, subject, detail));
    }

    void addPsd(String invariant, long psd, String detail) {
        add(invariant, "psd %08d".formatted(psd), detail);
    }

    /** Adds every row of the query as a finding: its first column is the subject, its second the detail. */
    void addRows(String invariant, Connection snapshot, String query) throws SQLException {
        try (PreparedStatement statement = snapshot.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                add(invariant, rows.getString(1), rows.getString(2));
            }
        }
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
