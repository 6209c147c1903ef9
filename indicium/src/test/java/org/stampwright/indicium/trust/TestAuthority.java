package org.stampwright.indicium.trust;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for tests: a root and its certificates, with real keys. */
public final class TestAuthority {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final X500Principal NAME = new X500Principal("CN=Test Authority Root");

    private final KeyPair rootKey = P256.newKeyPair(new SecureRandom());
    private final X509Certificate root = issue(NAME, 1, rootKey.getPublic(), null, true);
    private final KeyPair signingKey = P256.newKeyPair(new SecureRandom());
    private final X509Certificate signingCertificate = certify(2, signingKey.getPublic(), KeyUse.AUTHORITY_SIGNING);

    public X509Certificate root() {
        return root;
    }

    public X509Certificate signingCertificate() {
        return signingCertificate;
    }

    public byte[] sign(byte[] bytes) {
        return P256.sign(signingKey.getPrivate(), bytes);
    }

    /**
     * A trust bundle of this number without a stamp's certificate in it, good for a day, signed by another if so told.
     */
    public byte[] bundle(long number, Instant issuedAt, TestAuthority signer) {
        TrustBundle bundle = new TrustBundle(
                number,
                issuedAt,
                issuedAt.plus(1, ChronoUnit.DAYS),
                signingCertificate,
                List.of(),
                List.of(),
                new TreeSet<>());
        return new SignedTrustBundle(bundle, signer.sign(bundle.encode())).encode();
    }

    public X509Certificate certify(long serial, PublicKey key, KeyUse use) {
        return issue(new X500Principal("CN=" + use + " " + serial), serial, key, use, false);
    }

    public X509Certificate certify(long serial, PublicKey key, String subject) {
        return issue(new X500Principal(subject), serial, key, KeyUse.INDICIUM, false);
    }

    private X509Certificate issue(X500Principal subject, long serial, PublicKey key, KeyUse use, boolean authority) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    NAME,
                    BigInteger.valueOf(serial),
                    Date.from(START),
                    Date.from(START.plus(800, ChronoUnit.DAYS)),
                    subject,
                    key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (use != null) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        true,
                        new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(use.oid()))));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }
}
