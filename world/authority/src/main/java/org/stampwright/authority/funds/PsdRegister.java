package org.stampwright.authority.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.authority.Database;
import org.stampwright.authority.Problem;

/** Assigns PSD serial numbers and finds PSDs by them. */
@ApplicationScoped
public class PsdRegister {

    /** 2,000,000 currency units: more than any one order, and within the 32 bits of the register. */
    private static final long MAXIMUM_DESCENDING = 2_000_000_000L;
    /** 10,000 currency units, within the 24 bits of an indicium. */
    private static final long MAXIMUM_POSTAGE = 10_000_000L;

    private Database database;
    private Clock clock;

    protected PsdRegister() {}

    @Inject
    PsdRegister(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Registers a new PSD for this request, or returns the one that the same request registered before. */
    Psd register(long vendor, UUID request, String serverSystem) {
        return database.inTransaction(tx -> {
            Optional<Psd> known =
                    tx.one("select * from psd where vendor = ? and request = ?", Psd::read, vendor, request);
            if (known.isPresent() && !known.get().serverSystem().equals(serverSystem)) {
                throw Problem.otherBody(request);
            }
            return known.isPresent()
                    ? known.get()
                    : tx.one(
                                    "insert into psd "
                                            + "(psd, vendor, request, server_system, maximum_descending,"
                                            + " maximum_postage, created_at) "
                                            + "values (nextval('psd_serial'), ?, ?, ?, ?, ?, ?) returning *",
                                    Psd::read,
                                    vendor,
                                    request,
                                    serverSystem,
                                    MAXIMUM_DESCENDING,
                                    MAXIMUM_POSTAGE,
                                    clock.instant())
                            .orElseThrow();
        });
    }

    Psd find(long vendor, long serial) {
        return database.inTransaction(tx -> Psd.find(tx, vendor, serial));
    }

    List<Psd> after(long vendor, long serial, int most) {
        return database.inTransaction(tx -> Psd.after(tx, vendor, serial, most));
    }

    List<Psd> of(long vendor) {
        return database.inTransaction(tx -> Psd.of(tx, vendor));
    }
}
