package org.stampwright.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks a row up in the present state of the vendor's database: a record that the authority or the card company has,
 * and that the audit did not read, may be newer than the audit, or older than its checkpoint.
 */
record RowsNow(Snapshots present) {

    boolean has(String question, Object... values) throws SQLException {
        return first(question, values).isPresent();
    }

    /** Returns the first column of the first row. */
    Optional<String> first(String question, Object... values) throws SQLException {
        return present.in(connection -> {
            try (PreparedStatement query = connection.prepareStatement(question)) {
                for (int i = 0; i < values.length; i++) {
                    query.setObject(i + 1, values[i]);
                }
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** Returns the id as the database compares it; empty if it cannot be one of ours. */
    static Optional<UUID> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
