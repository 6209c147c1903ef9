package org.stampwright.postage.container;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;
import org.stampwright.schema.VendorDatabase;

/** The vendor's database as the application's role sees it, and as a superuser prepares it. */
public final class Database {

    private Database() {}

    /** Returns a new empty database with the vendor's schema, as the application's role sees it. */
    public static PGSimpleDataSource create() {
        return VendorDatabase.as(VendorDatabase.APP, VendorDatabase.create());
    }

    /** Returns the same database as its superuser, to prepare and inspect data. */
    public static PGSimpleDataSource asSuperuser(PGSimpleDataSource of) {
        return VendorDatabase.as(VendorDatabase.SUPERUSER, of);
    }

    /** Returns the first column of the first row, as text. */
    public static String one(PGSimpleDataSource database, String sql) {
        try (Connection connection = asSuperuser(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes rows directly, unnoticed by the application. */
    public static void change(PGSimpleDataSource database, String sql) {
        try (Connection connection = asSuperuser(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
