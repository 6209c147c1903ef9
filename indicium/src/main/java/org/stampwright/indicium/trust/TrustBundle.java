package org.stampwright.indicium.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stampwright.indicium.CertificateSerial;

/**
 * What a verifier must know beside the authority's root: one file, numbered, published by the authority at
 * {@code /.well-known/stampwright/trust-bundle}.
 *
 * @param number rises with every bundle
 * @param issuedAt in whole seconds; what is finer is cut off
 * @param nextUpdate when the next one is due; from then on this one is stale
 * @param signingCertificate the authority's signing certificate, issued by its root
 * @param moduleCertificates of indicium and seal keys, those of revoked ones too
 * @param revocations of module certificates
 * @param voided pieces that are worth nothing
 */
public record TrustBundle(
        long number,
        Instant issuedAt,
        Instant nextUpdate,
        X509Certificate signingCertificate,
        List<X509Certificate> moduleCertificates,
        List<Revocation> revocations,
        SortedSet<Piece> voided) {

    /** @throws IllegalArgumentException if the number is below 1 */
    public TrustBundle {
        if (number < 1) {
            throw new IllegalArgumentException("number of a trust bundle must be 1 or more, not " + number);
        }
        Objects.requireNonNull(signingCertificate, "signing certificate");
        issuedAt = Instant.ofEpochSecond(issuedAt.getEpochSecond());
        nextUpdate = Instant.ofEpochSecond(nextUpdate.getEpochSecond());
        moduleCertificates = List.copyOf(moduleCertificates);
        revocations = List.copyOf(revocations);
        voided = Collections.unmodifiableSortedSet(new TreeSet<>(voided));
    }

    /** Whether it is too old to conclude anything from. */
    public boolean isStaleAt(Instant now) {
        return !now.isBefore(nextUpdate);
    }

    /** The module certificate of this serial number. */
    public Optional<X509Certificate> certificate(CertificateSerial serial) {
        return moduleCertificates.stream()
                .filter(certificate -> Certificates.serial(certificate).filter(serial::equals).isPresent()).findFirst();
    }

    /** The revocation of this serial number. */
    public Optional<Revocation> revocation(CertificateSerial serial) {
        return revocations.stream().filter(revocation -> revocation.certificate().equals(serial)).findFirst();
    }

    /** The bytes that the authority signs. */
    public byte[] encode() {
        return BundleBytes.of(this);
    }

    /** @throws IllegalArgumentException naming what is wrong with them */
    public static TrustBundle decode(byte[] bytes) {
        return BundleBytes.read(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrustBundle that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }
}
