package org.stampwright.authority.certificates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.stampwright.authority.Database;
import org.stampwright.authority.Problem;
import org.stampwright.authority.Transaction;
import org.stampwright.authority.keys.AuthoritySigner;
import org.stampwright.authority.keys.PublicKeys;
import org.stampwright.authority.trust.TrustChanges;
import org.stampwright.authority.vendor.Vendor;
import org.stampwright.authority.vendor.Vendors;
import org.stampwright.indicium.trust.Certificates;

/** Records certificate requests, approves them and reports their state. */
@ApplicationScoped
public class CertificateRegister {

    private Database database;
    private Vendors vendors;
    private AuthoritySigner signer;
    private Clock clock;

    protected CertificateRegister() {}

    @Inject
    CertificateRegister(Database database, Vendors vendors, AuthoritySigner signer, Clock clock) {
        this.database = database;
        this.vendors = vendors;
        this.signer = signer;
        this.clock = clock;
    }

    /** A request, and its certificate once it was approved. */
    record State(CertificateRequest request, Optional<IssuedCertificate> issued) {}

    /** Records a request; repeating it changes nothing. */
    State request(CertificateRequest asked) {
        return database.inTransaction(tx -> {
            tx.update(
                    "insert into certificate_request "
                            + "(id, vendor, use, server_system, csr, public_key, requested_at) values (?, ?, ?, ?,"
                            + " ?, ?, ?) "
                            + "on conflict do nothing",
                    asked.id(),
                    asked.vendor(),
                    asked.use(),
                    asked.serverSystem(),
                    asked.csr(),
                    asked.publicKey(),
                    clock.instant());
            CertificateRequest kept = find(tx, asked.id())
                    .orElseThrow(() ->
                            Problem.of(409, "key-in-use", "The key already belongs to another certificate request."));
            if (!kept.sameAs(asked)) {
                throw Problem.otherBody(asked.id());
            }
            return state(tx, kept);
        });
    }

    State state(long vendor, UUID id) {
        return database.inTransaction(tx -> {
            CertificateRequest request = find(tx, id)
                    .filter(found -> found.vendor() == vendor)
                    .orElseThrow(() -> Problem.notFound("There is no certificate request " + id + "."));
            return state(tx, request);
        });
    }

    List<State> all(boolean pendingOnly) {
        return database.inTransaction(tx -> {
            String which = pendingOnly ? "where not exists (select 1 from certificate c where c.request = r.id) " : "";
            List<CertificateRequest> found = tx.all(
                    "select * from certificate_request r " + which + "order by requested_at, id",
                    CertificateRequest::read);
            List<State> states = new ArrayList<>();
            for (CertificateRequest request : found) {
                states.add(state(tx, request));
            }
            return states;
        });
    }

    /** Issues the certificate; approving again returns the one that was issued. */
    State approve(UUID id) {
        return database.inTransaction(tx -> {
            CertificateRequest request = tx.one(
                            "select * from certificate_request where id = ? for update", CertificateRequest::read, id)
                    .orElseThrow(() -> Problem.notFound("There is no certificate request " + id + "."));
            State before = state(tx, request);
            return before.issued().isPresent() ? before : new State(request, Optional.of(issue(tx, request)));
        });
    }

    private IssuedCertificate issue(Transaction tx, CertificateRequest request) throws SQLException {
        long serial = tx.number("select nextval('certificate_serial')");
        Vendor vendor = vendors.find(tx, request.vendor());
        IssuedCertificate issued = new IssuedCertificate(
                serial,
                request.vendor(),
                request.use(),
                request.serverSystem(),
                Certificates.encode(certificate(request, vendor, serial)),
                false);
        tx.update(
                "insert into certificate (serial, vendor, request, use, server_system, der, issued_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?)",
                serial,
                request.vendor(),
                request.id(),
                request.use(),
                request.serverSystem(),
                issued.der(),
                clock.instant());
        TrustChanges.record(tx);
        return issued;
    }

    private X509Certificate certificate(CertificateRequest request, Vendor vendor, long serial) {
        X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, vendor.country())
                .addRDN(BCStyle.O, "Licence " + vendor.licence())
                .addRDN(BCStyle.OU, request.use())
                .addRDN(BCStyle.CN, request.serverSystem());
        try {
            return signer.certify(PublicKeys.p256(request.publicKey()), request.use(), subject.build(), serial);
        } catch (GeneralSecurityException notTheKeyThatWasChecked) {
            throw new IllegalStateException(notTheKeyThatWasChecked);
        }
    }

    private static Optional<CertificateRequest> find(Transaction tx, UUID id) throws SQLException {
        return tx.one("select * from certificate_request where id = ?", CertificateRequest::read, id);
    }

    private static State state(Transaction tx, CertificateRequest request) throws SQLException {
        return new State(
                request, tx.one("select * from certificate where request = ?", IssuedCertificate::read, request.id()));
    }
}
