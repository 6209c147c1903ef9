package org.stampwright.audit;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.indicium.trust.P256;

/** A certificate authority for these tests: a root, and whatever certificate is asked of it. */
final class Authority {

    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final KeyPair rootKeys = P256.newKeyPair(new SecureRandom());
    final X509Certificate root = issue(rootKeys, "CN=Test authority", 1, null);
    final KeyPair signingKeys = P256.newKeyPair(new SecureRandom());
    final X509Certificate signing = issue(signingKeys, "CN=Test signing", 2, KeyUse.AUTHORITY_SIGNING);

    X509Certificate issue(KeyPair keys, String name, long serial, KeyUse use) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=Test authority"),
                    BigInteger.valueOf(serial),
                    Date.from(NOW.minus(1, ChronoUnit.DAYS)),
                    Date.from(NOW.plus(365, ChronoUnit.DAYS)),
                    new X500Name(name),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(use == null));
            if (use == null) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            } else {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        true,
                        new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(use.oid()))));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKeys.getPrivate())));
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
