package org.stampwright.authority.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.stampwright.authority.Database;
import org.stampwright.authority.Transaction;
import org.stampwright.authority.keys.AuthoritySigner;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.IndiciumVerifier;
import org.stampwright.indicium.trust.Piece;
import org.stampwright.indicium.trust.Revocation;
import org.stampwright.indicium.trust.SignedTrustBundle;
import org.stampwright.indicium.trust.TrustBundle;

/** Publishes trust bundles. */
@ApplicationScoped
public class Bundles {

    private static final Duration LIFE = Duration.ofHours(24);
    private static final Duration RENEWED_AFTER = LIFE.dividedBy(4);
    private static final int KEPT = 8;

    private volatile Published newest;
    private volatile Verifier verifier;
    private Database database;
    private AuthoritySigner signer;
    private Clock clock;

    protected Bundles() {}

    @Inject
    Bundles(Database database, AuthoritySigner signer, Clock clock) {
        this.database = database;
        this.signer = signer;
        this.clock = clock;
    }

    /** A published bundle; {@code changes} is the number of changes it includes. */
    record Published(long number, long changes, byte[] bytes, Instant madeAt) {

        static Published read(ResultSet row) throws SQLException {
            return new Published(
                    row.getLong("number"),
                    row.getLong("changes"),
                    row.getBytes("bytes"),
                    Transaction.instant(row, "made_at"));
        }
    }

    /** A verifier for one bundle; creating it checks every certificate, so it is cached. */
    private record Verifier(long bundle, IndiciumVerifier byIt) {}

    /** Returns the newest bundle, which includes every change committed before the call. */
    public Published current() {
        Instant now = clock.instant();
        Published cached = newest;
        Published current = database.inTransaction(
                tx -> cached != null && fits(cached, TrustChanges.count(tx), now) ? cached : published(tx, now));
        newest = current;
        return current;
    }

    /** Returns a verifier for the newest bundle. */
    public IndiciumVerifier verifier() {
        Published current = current();
        Verifier ready = verifier;
        if (ready == null || ready.bundle() != current.number()) {
            ready = new Verifier(
                    current.number(),
                    new IndiciumVerifier(signer.rootCertificate(), SignedTrustBundle.decode(current.bytes()), clock));
            verifier = ready;
        }
        return ready.byIt();
    }

    private Published published(Transaction tx, Instant now) throws SQLException {
        long changes = tx.number("select changes from trust_state for update");
        Optional<Published> last = tx.one("select * from trust_bundle order by number desc limit 1", Published::read);
        if (last.isPresent() && fits(last.get(), changes, now)) {
            return last.get();
        }
        Published made = make(tx, last.map(Published::number).orElse(0L) + 1, changes, now);
        tx.update(
                "insert into trust_bundle (number, changes, bytes, next_update, made_at) values (?, ?, ?, ?, ?)",
                made.number(),
                changes,
                made.bytes(),
                now.plus(LIFE),
                now);
        tx.update("delete from trust_bundle where number <= ?", made.number() - KEPT);
        return made;
    }

    private static boolean fits(Published published, long changes, Instant now) {
        return published.changes() == changes && now.isBefore(published.madeAt().plus(RENEWED_AFTER));
    }

    private Published make(Transaction tx, long number, long changes, Instant now) throws SQLException {
        TrustBundle bundle = new TrustBundle(
                number,
                now,
                now.plus(LIFE),
                signer.signingCertificate(),
                certificates(tx),
                revocations(tx),
                new TreeSet<>(voided(tx, now)));
        byte[] signature = signer.sign(bundle.encode());
        return new Published(number, changes, new SignedTrustBundle(bundle, signature).encode(), now);
    }

    private static List<X509Certificate> certificates(Transaction tx) throws SQLException {
        return tx.all("select der from certificate order by serial", row -> Certificates.read(row.getBytes(1)));
    }

    private static List<Revocation> revocations(Transaction tx) throws SQLException {
        return tx.all(
                "select serial, revoked_at, compromised from certificate where revoked_at is not null "
                        + "order by serial",
                row -> new Revocation(
                        new CertificateSerial(row.getLong("serial")),
                        Transaction.instant(row, "revoked_at"),
                        row.getBoolean("compromised") ? Revocation.Reason.COMPROMISED : Revocation.Reason.SUPERSEDED));
    }

    /** A verifier sends a stamp that was franked earlier to the desk, whatever else the bundle says. */
    private static List<Piece> voided(Transaction tx, Instant now) throws SQLException {
        return tx.all(
                "select psd, piece_count from piece_fate where fate = 'voided' and franked_on >= ?",
                row -> new Piece(new PsdSerial(row.getLong("psd")), row.getLong("piece_count")),
                TrustBundle.voidsFrom(now));
    }
}
