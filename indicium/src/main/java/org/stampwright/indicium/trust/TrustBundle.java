package org.stampwright.indicium.trust;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stampwright.indicium.CertificateSerial;

/**
 * The data that a verifier needs beside the authority's root: one file, numbered, published by the authority at
 * {@code /.well-known/stampwright/trust-bundle}.
 *
 * @param number rises with every bundle
 * @param issuedAt in whole seconds; fractions are cut off
 * @param nextUpdate when the next one is due; from then on this one is stale
 * @param signingCertificate the authority's signing certificate, issued by its root
 * @param moduleCertificates of indicium and seal keys, those of revoked ones too
 * @param revocations of module certificates
 * @param voided pieces that were declared void, as far as {@link #listsVoidsOf} reaches back
 */
public record TrustBundle(
        long number,
        Instant issuedAt,
        Instant nextUpdate,
        X509Certificate signingCertificate,
        List<X509Certificate> moduleCertificates,
        List<Revocation> revocations,
        SortedSet<Piece> voided) {

    /** How far a verifier's clock may be behind the authority's. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /**
     * A bundle lists the voids of pieces that were franked up to this many days before its time of issue, so that it
     * does not grow with all voids ever. Only the desk knows whether an older piece is void.
     */
    public static final int VOIDS_REACH_BACK_DAYS = 400;

    /**
     * @throws IllegalArgumentException if the number is below 1, the next update is not after the time of issue, or a
     * serial number occurs twice among the certificates or the revocations: readers that use the first or the last
     * would disagree
     */
    public TrustBundle {
        Objects.requireNonNull(signingCertificate, "signing certificate");
        issuedAt = Instant.ofEpochSecond(issuedAt.getEpochSecond());
        nextUpdate = Instant.ofEpochSecond(nextUpdate.getEpochSecond());
        moduleCertificates = List.copyOf(moduleCertificates);
        revocations = List.copyOf(revocations);
        voided = Collections.unmodifiableSortedSet(new TreeSet<>(voided));
        require(number >= 1, "number of a trust bundle must be 1 or more, not " + number);
        require(nextUpdate.isAfter(issuedAt), "next update of a trust bundle must be after its time of issue");
        require(
                moduleCertificates.stream()
                                .map(X509Certificate::getSerialNumber)
                                .distinct()
                                .count()
                        == moduleCertificates.size(),
                "a certificate's serial number must not be in a trust bundle twice");
        require(
                revocations.stream().map(Revocation::certificate).distinct().count() == revocations.size(),
                "a certificate must not be revoked twice in a trust bundle");
    }

    private static void require(boolean holds, String refusal) {
        if (!holds) {
            throw new IllegalArgumentException(refusal);
        }
    }

    /** Returns whether a bundle issued at this time lists the void of a piece that was franked on this day. */
    public static boolean listsVoidsOf(LocalDate frankedOn, Instant issuedAt) {
        return !frankedOn.isBefore(voidsFrom(issuedAt));
    }

    /** Returns the first franking day whose voids a bundle issued at this time lists. */
    public static LocalDate voidsFrom(Instant issuedAt) {
        return LocalDate.ofInstant(issuedAt, ZoneOffset.UTC).minusDays(VOIDS_REACH_BACK_DAYS);
    }

    /** Returns whether the bundle is too old to verify with. */
    public boolean isStaleAt(Instant now) {
        return !now.isBefore(nextUpdate);
    }

    /**
     * Returns whether a clock with this time is behind the bundle, by more than {@link #CLOCK_TOLERANCE}: such a clock
     * would not detect a stale bundle.
     */
    public boolean isAheadOf(Instant now) {
        return now.isBefore(issuedAt.minus(CLOCK_TOLERANCE));
    }

    /** Returns the module certificate with this serial number. */
    public Optional<X509Certificate> certificate(CertificateSerial serial) {
        return moduleCertificates.stream()
                .filter(certificate ->
                        Certificates.serial(certificate).filter(serial::equals).isPresent())
                .findFirst();
    }

    /** Returns the revocation of this serial number. */
    public Optional<Revocation> revocation(CertificateSerial serial) {
        return revocations.stream()
                .filter(revocation -> revocation.certificate().equals(serial))
                .findFirst();
    }

    /** Returns the bytes that the authority signs. */
    public byte[] encode() {
        return BundleBytes.of(this);
    }

    /** @throws IllegalArgumentException naming the error */
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
