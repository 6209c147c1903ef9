package org.stampwright.authority.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Creates certificates (X.509 version 3, ECDSA on P-256 with SHA-256) by the profiles of {@link Profile}. */
final class CertificateMaker {

    private static final String ALGORITHM = "SHA256withECDSA";
    /** Clocks differ, so a certificate's validity begins a little before its creation. */
    private static final Duration EARLIER = Duration.ofMinutes(10);

    private CertificateMaker() {}

    /** The name and the key of an issuer; a root issues with its own key. */
    record Issuer(X500Name name, PublicKey publicKey, PrivateKey key) {}

    static X509Certificate make(
            Issuer issuer, Profile profile, X500Name subject, PublicKey key, long serial, Instant now) {
        try {
            X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                    issuer.name(),
                    BigInteger.valueOf(serial),
                    Date.from(now.minus(EARLIER)),
                    Date.from(now.plus(profile.lifetime())),
                    subject,
                    key);
            extend(certificate, issuer, profile, key);
            return new JcaX509CertificateConverter()
                    .getCertificate(certificate.build(new JcaContentSignerBuilder(ALGORITHM).build(issuer.key())));
        } catch (CertIOException | GeneralSecurityException | OperatorCreationException fault) {
            throw new IllegalStateException("certificate " + serial + " could not be created", fault);
        }
    }

    private static void extend(X509v3CertificateBuilder certificate, Issuer issuer, Profile profile, PublicKey key)
            throws CertIOException, GeneralSecurityException {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        boolean root = profile == Profile.ROOT;
        certificate.addExtension(
                Extension.basicConstraints, true, root ? new BasicConstraints(0) : new BasicConstraints(false));
        certificate.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(root ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
        certificate.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
        certificate.addExtension(
                Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuer.publicKey()));
        if (!root) {
            certificate.addExtension(Extension.extendedKeyUsage, true, profile.extendedKeyUsage());
        }
    }
}
