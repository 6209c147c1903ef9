package org.stampwright.indicium.trust;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.LicenceNumber;

/** Reads X.509 certificates (RFC 5280) and checks that the authority's root issued them for a use. */
public final class Certificates {

    /** An organisation in a subject as RFC 2253 writes it, a comma within a value escaped by a backslash. */
    private static final Pattern LICENCE = Pattern.compile("(?:^|(?<!\\\\),)O=Licence ([1-9][0-9]{0,9})(?:,|$)");

    private Certificates() {}

    /**
     * Reads one certificate, DER or PEM.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static X509Certificate read(byte[] bytes) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException unreadable) {
            throw new IllegalArgumentException("not an X.509 certificate: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Returns its DER bytes. */
    public static byte[] encode(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException neverOnceRead) {
            throw new IllegalStateException(neverOnceRead);
        }
    }

    /** Returns its serial number if it is one of ours: 1 to 2<sup>32</sup> − 1. */
    public static Optional<CertificateSerial> serial(X509Certificate certificate) {
        boolean ours = certificate.getSerialNumber().signum() > 0
                && certificate.getSerialNumber().bitLength() <= 32;
        return ours
                ? Optional.of(
                        new CertificateSerial(certificate.getSerialNumber().longValueExact()))
                : Optional.empty();
    }

    /**
     * Returns the licence that the authority certified the key under: the subject's organisation (O) is {@code Licence
     * N}. Empty if the certificate does not name one.
     */
    public static Optional<LicenceNumber> licence(X509Certificate certificate) {
        Matcher organisation =
                LICENCE.matcher(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253));
        return organisation
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .filter(number -> number <= LicenceNumber.MAXIMUM)
                .map(LicenceNumber::new)
                .findFirst();
    }

    /** Returns why this certificate is rejected as issued by the root for this use; empty if it is valid. */
    public static Optional<String> objection(X509Certificate certificate, KeyUse use, X509Certificate root) {
        if (!certificate.getIssuerX500Principal().equals(root.getSubjectX500Principal())) {
            return Optional.of("its issuer is not the authority");
        }
        try {
            certificate.verify(root.getPublicKey());
        } catch (GeneralSecurityException notByThatKey) {
            return Optional.of("the authority's root did not sign it");
        }
        if (!use.isOf(certificate)) {
            return Optional.of("it is not for the use " + use);
        }
        return P256.isP256(certificate.getPublicKey()) ? Optional.empty() : Optional.of("its key is not on P-256");
    }

    /** Returns whether the instant lies within its validity. */
    public static boolean isValidAt(X509Certificate certificate, Instant instant) {
        return !instant.isBefore(certificate.getNotBefore().toInstant())
                && !instant.isAfter(certificate.getNotAfter().toInstant());
    }
}
