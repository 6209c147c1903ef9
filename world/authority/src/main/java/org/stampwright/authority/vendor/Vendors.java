package org.stampwright.authority.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.authority.Database;
import org.stampwright.authority.Problem;
import org.stampwright.authority.Transaction;
import org.stampwright.authority.keys.PublicKeys;

/** Registers vendors and finds them by number and by key. */
@ApplicationScoped
public class Vendors {

    private static final int US_DOLLAR = 840;
    private static final String COUNTRY = "US";
    private static final String MODEL = "W1";
    private static final String SOFTWARE = "STW100";
    private static final int BASE_36 = 36;
    private static final int FIRST_MANUFACTURER = 10 * BASE_36;
    private static final int MANUFACTURERS = 26 * BASE_36;

    private Database database;
    private Clock clock;

    protected Vendors() {}

    @Inject
    Vendors(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A vendor with the ids of its two keys. */
    record Registered(Vendor vendor, String keyId, String auditorKeyId) {}

    /** Registers a vendor, or returns the same registration again: one enrolment key, one licence. */
    Registered register(Registration asked) {
        return database.inTransaction(tx -> {
            // Serialises registrations: they are rare, and two with the same key must not both find no row.
            tx.update("lock table vendor in exclusive mode");
            String keyId = PublicKeys.id("enrolment", asked.enrolmentKey());
            String auditorKeyId = PublicKeys.id("auditor", asked.auditorKey());
            Optional<Vendor> known = byKey(tx, asked.enrolmentKey());
            if (known.isPresent() && !asked.describes(known.get(), auditorKey(tx, known.get()))) {
                throw Problem.of(409, "vendor-differs", "The enrolment key is registered with other particulars.");
            }
            Vendor vendor = known.isPresent() ? known.get() : insert(tx, asked, keyId, auditorKeyId);
            return new Registered(vendor, keyId, auditorKeyId);
        });
    }

    /** Returns the vendor with this number. */
    public Vendor find(Transaction tx, long number) throws SQLException {
        return tx.one("select * from vendor where vendor = ?", Vendor::read, number)
                .orElseThrow();
    }

    /** Checks that a number given by the administrator belongs to a vendor. */
    public Vendor known(Transaction tx, long number) throws SQLException {
        return tx.one("select * from vendor where vendor = ?", Vendor::read, number)
                .orElseThrow(() -> Problem.notFound("There is no vendor " + number + "."));
    }

    private static Optional<Vendor> byKey(Transaction tx, byte[] enrolmentKey) throws SQLException {
        return tx.one(
                "select v.* from vendor v join vendor_key k using (vendor) "
                        + "where k.role = 'enrolment' and k.public_key = ?",
                Vendor::read,
                enrolmentKey);
    }

    private static byte[] auditorKey(Transaction tx, Vendor vendor) throws SQLException {
        return tx.one(
                        "select public_key from vendor_key where vendor = ? and role = 'auditor'",
                        row -> row.getBytes(1),
                        vendor.number())
                .orElseThrow();
    }

    private Vendor insert(Transaction tx, Registration asked, String keyId, String auditorKeyId) throws SQLException {
        refuseKnownKeys(tx, asked);
        long count = tx.number("select count(*) from vendor");
        Vendor vendor = tx.one(
                        "insert into vendor (name, licence, manufacturer, model, software_id, "
                                + "licensing_postcode, currency, country, opening_balance, registered_at) "
                                + "values (?, nextval('licence_number'), ?, ?, ?, ?, ?, ?, ?, ?) returning *",
                        Vendor::read,
                        asked.name(),
                        manufacturer(count),
                        MODEL,
                        SOFTWARE,
                        asked.postcode(),
                        US_DOLLAR,
                        COUNTRY,
                        asked.openingBalance(),
                        clock.instant())
                .orElseThrow();
        insertKey(tx, keyId, vendor, "enrolment", asked.enrolmentKey());
        insertKey(tx, auditorKeyId, vendor, "auditor", asked.auditorKey());
        tx.update("insert into account (vendor, balance) values (?, ?)", vendor.number(), asked.openingBalance());
        tx.update(
                "insert into account_movement (vendor, kind, reference, amount, at) values (?, 'opening', ?, ?, ?)",
                vendor.number(),
                UUID.nameUUIDFromBytes(asked.enrolmentKey()),
                asked.openingBalance(),
                clock.instant());
        return vendor;
    }

    private static void refuseKnownKeys(Transaction tx, Registration asked) throws SQLException {
        long known = tx.number(
                "select count(*) from vendor_key where public_key in (?, ?)", asked.enrolmentKey(), asked.auditorKey());
        if (known > 0) {
            throw Problem.of(409, "key-in-use", "One of the keys is already registered for another purpose.");
        }
    }

    private static void insertKey(Transaction tx, String id, Vendor vendor, String role, byte[] key)
            throws SQLException {
        tx.update(
                "insert into vendor_key (key_id, vendor, role, public_key) values (?, ?, ?, ?)",
                id,
                vendor.number(),
                role,
                key);
    }

    /** Returns two characters, the first a letter: A0, A1, …, ZZ. */
    private static String manufacturer(long vendorsBefore) {
        if (vendorsBefore >= MANUFACTURERS) {
            throw Problem.of(503, "no-manufacturer-left", "All manufacturer codes are in use.");
        }
        return Long.toString(FIRST_MANUFACTURER + vendorsBefore, BASE_36).toUpperCase(Locale.ROOT);
    }
}
