package org.stampwright.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule of a table: a constraint, a unique index or a trigger.
 *
 * @param kind c, u, p, f and x as in {@code pg_constraint.contype}; i for a unique index without a constraint, t for a
 *     trigger
 */
record Guard(String kind, String table, String name) {

    private static final String ALL =
            """
            select contype::text, conrelid::regclass::text, conname from pg_constraint
                where connamespace = 'public'::regnamespace and contype in ('c', 'u', 'p', 'f', 'x')
            union all
            select 'i', indrelid::regclass::text, indexrelid::regclass::text from pg_index i
                join pg_class on pg_class.oid = indexrelid
                where indisunique and relnamespace = 'public'::regnamespace
                and not exists (select from pg_constraint where conindid = indexrelid)
            union all
            select 't', tgrelid::regclass::text, tgname from pg_trigger where not tgisinternal
            order by 2, 3""";

    /** Returns every guard of the schema except those of the migrations' own table. */
    static List<Guard> all(Connection connection) throws SQLException {
        List<Guard> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                Guard guard = new Guard(rows.getString(1), rows.getString(2), rows.getString(3));
                if (!guard.table.equals("flyway_schema_history")) {
                    found.add(guard);
                }
            }
        }
        return found;
    }

    /** Returns the name in the file of violations. */
    String label() {
        return table + "." + name;
    }

    boolean isPrimaryKey() {
        return kind.equals("p");
    }

    boolean isTrigger() {
        return kind.equals("t");
    }

    boolean isUnique() {
        return List.of("p", "u", "i").contains(kind);
    }

    /** Returns the SQLSTATE of a violation; our triggers raise a check violation. */
    String sqlState() {
        return switch (kind) {
            case "c", "t" -> "23514";
            case "f" -> "23503";
            case "x" -> "23P01";
            default -> "23505";
        };
    }

    String drop() {
        return switch (kind) {
            case "i" -> "drop index " + name;
            case "t" -> "drop trigger " + name + " on " + table;
            default -> "alter table " + table + " drop constraint " + name + " cascade";
        };
    }
}
