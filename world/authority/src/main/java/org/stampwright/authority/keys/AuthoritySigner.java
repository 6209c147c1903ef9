package org.stampwright.authority.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.bouncycastle.asn1.x500.X500Name;
import org.stampwright.authority.Database;
import org.stampwright.authority.Identity;
import org.stampwright.authority.Settings;

/** Holds the authority's keys; only this class uses the private ones. */
@ApplicationScoped
public class AuthoritySigner {

    private Settings settings;
    private Database database;
    private SecureRandom random;
    private Clock clock;
    private volatile Open open;

    protected AuthoritySigner() {}

    @Inject
    AuthoritySigner(Settings settings, Database database, SecureRandom random, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    /** Reads the keys, or creates them at the first start. Needs the tables, which supply the serial numbers. */
    public synchronized void open() {
        if (open == null) {
            AuthorityKeys keys = AuthorityKeys.in(settings.folder(), random, this::nextSerial, clock.instant());
            Identity.require(database, keys.root());
            open = new Open(keys, new SigningKey(keys.signingKey()));
        }
    }

    private record Open(AuthorityKeys keys, SigningKey signing) {}

    private long nextSerial() {
        return database.inTransaction(tx -> tx.number("select nextval('certificate_serial')"));
    }

    /** Signs a receipt, a trust bundle or a response: 64 bytes by the key of {@link #signingCertificate()}. */
    public byte[] sign(byte[] bytes) {
        return opened().signing().sign(bytes);
    }

    public X509Certificate signingCertificate() {
        return opened().keys().signing();
    }

    public X509Certificate rootCertificate() {
        return opened().keys().root();
    }

    /** Certifies a module's key with the root's key, for this use: {@code indicium} or {@code seal}. */
    public X509Certificate certify(PublicKey key, String use, X500Name subject, long serial) {
        return CertificateMaker.make(
                opened().keys().issuer(), Profile.ofUse(use), subject, key, serial, clock.instant());
    }

    private Open opened() {
        Open now = open;
        if (now == null) {
            throw new IllegalStateException("the authority is not open yet");
        }
        return now;
    }
}
