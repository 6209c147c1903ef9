package org.stampwright.authority.certificates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.stampwright.authority.Database;
import org.stampwright.authority.Settings;

/** Holds the authority's keys; nobody else sees a private one but who signs. */
@ApplicationScoped
public class AuthoritySigner {

    private Settings settings;
    private Database database;
    private SecureRandom random;
    private Clock clock;
    private AuthorityKeys keys;

    protected AuthoritySigner() {
    }

    @Inject
    AuthoritySigner(Settings settings, Database database, SecureRandom random, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    /** Reads the keys, or makes them if this is the first start. Needs the tables: serial numbers come from there. */
    public synchronized void open() {
        if (keys == null) {
            keys = AuthorityKeys.in(settings.folder(), random, this::nextSerial, clock.instant());
        }
    }

    private long nextSerial() {
        return database.inTransaction(tx -> tx.number("select nextval('certificate_serial')"));
    }

    /** The key that signs receipts, trust bundles and answers. */
    public PrivateKey signingKey() {
        return opened().signingKey();
    }

    public X509Certificate signingCertificate() {
        return opened().signing();
    }

    public X509Certificate rootCertificate() {
        return opened().root();
    }

    CertificateMaker.Issuer issuer() {
        return opened().issuer();
    }

    private synchronized AuthorityKeys opened() {
        if (keys == null) {
            throw new IllegalStateException("the authority is not open yet");
        }
        return keys;
    }
}
