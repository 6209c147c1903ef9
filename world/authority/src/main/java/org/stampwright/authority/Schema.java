package org.stampwright.authority;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * The authority's tables, made by itself when it starts. Each numbered script runs once, in one transaction with the
 * row that says so, under an advisory lock, so that two that start together or one killed halfway do no harm.
 */
public final class Schema {

    private static final List<String> SCRIPTS = List.of("/authority/V1__first_form.sql", "/authority/V2__identity.sql");
    private static final long LOCK = 0x5354414D50L;

    private Schema() {}

    /** Brings the tables to the form that this program needs. */
    public static void migrate(Database database) {
        database.inTransaction(tx -> {
            tx.all("select pg_advisory_xact_lock(?)", row -> true, LOCK);
            tx.script("create table if not exists schema_version "
                    + "(version integer primary key, applied_at timestamptz not null default now())");
            runMissing(tx);
            return null;
        });
    }

    private static void runMissing(Transaction tx) throws SQLException {
        long present = tx.number("select coalesce(max(version), 0) from schema_version");
        for (int version = (int) present + 1; version <= SCRIPTS.size(); version++) {
            tx.script(read(SCRIPTS.get(version - 1)));
            tx.update("insert into schema_version (version) values (?)", version);
        }
    }

    private static String read(String resource) {
        try (InputStream script = Schema.class.getResourceAsStream(resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
