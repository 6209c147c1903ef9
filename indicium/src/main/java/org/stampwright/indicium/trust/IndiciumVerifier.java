package org.stampwright.indicium.trust;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.stampwright.indicium.Algorithm;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.Decoded;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.trust.Verdict.AskTheDesk;
import org.stampwright.indicium.trust.Verdict.Forged;
import org.stampwright.indicium.trust.Verdict.Genuine;
import org.stampwright.indicium.trust.Verdict.Specimen;
import org.stampwright.indicium.trust.Verdict.Unknown;
import org.stampwright.indicium.trust.Verdict.Unknown.Cause;
import org.stampwright.indicium.trust.Verdict.Voided;

/**
 * Verifies indicia offline by the authority's root and its trust bundle. Immutable and thread-safe; certificates are
 * checked once, in the constructor. A missing, stale or badly signed bundle, or a clock behind it, turns every verdict
 * except <em>specimen</em> into <em>unknown</em>, never <em>forged</em>.
 */
public final class IndiciumVerifier {

    private record Objection(Cause cause, String reason) {}

    private final Optional<TrustBundle> bundle;
    private final Optional<Objection> mistrust;
    private final Map<CertificateSerial, X509Certificate> indiciumCertificates = new HashMap<>();
    private final Clock clock;

    /**
     * @param root the authority's, obtained through a separate trusted channel
     * @param signed the trust bundle
     * @param clock tells whether the bundle is stale
     */
    public IndiciumVerifier(X509Certificate root, SignedTrustBundle signed, Clock clock) {
        this.bundle = Optional.of(signed.bundle());
        this.clock = Objects.requireNonNull(clock, "clock");
        this.mistrust = signed.objection(root)
                .map(why -> new Objection(
                        Cause.BUNDLE_NOT_THE_AUTHORITYS, "The trust bundle is not the authority's: " + why + "."));
        for (X509Certificate certificate : signed.bundle().moduleCertificates()) {
            if (Certificates.objection(certificate, KeyUse.INDICIUM, root).isEmpty()) {
                Certificates.serial(certificate).ifPresent(serial -> indiciumCertificates.put(serial, certificate));
            }
        }
    }

    private IndiciumVerifier(String why) {
        this.bundle = Optional.empty();
        this.clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        this.mistrust =
                Optional.of(new Objection(Cause.NO_BUNDLE, "There is no trust bundle to verify with: " + why + "."));
    }

    /**
     * Returns a verifier without a trust bundle: it recognises a specimen, and returns <em>unknown</em> for anything
     * else.
     *
     * @param why half a sentence for the user, like "the authority does not answer"
     */
    public static IndiciumVerifier withoutBundle(String why) {
        return new IndiciumVerifier(Objects.requireNonNull(why, "why"));
    }

    /** Returns why the bundle is unusable now; empty if it is usable. */
    public Optional<String> bundleObjection() {
        return objection().map(Objection::reason);
    }

    private Optional<Objection> objection() {
        return mistrust.or(() -> bundle.flatMap(known -> objection(known, clock.instant())));
    }

    private static Optional<Objection> objection(TrustBundle bundle, Instant now) {
        if (bundle.isAheadOf(now)) {
            return Optional.of(new Objection(
                    Cause.NOT_YET,
                    "The clock is behind the bundle: it says " + now + ", and the trust bundle was issued at "
                            + bundle.issuedAt() + "."));
        }
        return bundle.isStaleAt(now)
                ? Optional.of(new Objection(
                        Cause.STALE, "The trust bundle is stale: the next one was due at " + bundle.nextUpdate() + "."))
                : Optional.empty();
    }

    /** Verifies the bytes of a symbol, whatever they are. Never throws. */
    public Verdict verify(byte[] bytes) {
        Decoded decoded = Decoded.of(bytes);
        if (decoded instanceof Decoded.Ours ours) {
            return verify(ours.indicium());
        }
        return decoded instanceof Decoded.Refused refused
                ? new Unknown(Cause.UNREADABLE, decoded, "Not a known indicium: " + refused.reason() + ".")
                : new Unknown(Cause.HISTORIC, decoded, "A historic indicium, which is decoded but not verified.");
    }

    /** Verifies an indicium in our format. */
    public Verdict verify(SignedIndicium indicium) {
        if (indicium.isSpecimen()) {
            return new Specimen(indicium);
        }
        Optional<Objection> objection = objection();
        if (objection.isPresent()) {
            return new Unknown(
                    objection.get().cause(),
                    new Decoded.Ours(indicium),
                    objection.get().reason());
        }
        CertificateSerial serial = indicium.content().certificateSerial();
        X509Certificate certificate = indiciumCertificates.get(serial);
        return certificate == null
                ? new Unknown(
                        Cause.CERTIFICATE_ABSENT,
                        new Decoded.Ours(indicium),
                        "Certificate " + serial + " is not in the trust bundle as one for indicia.")
                : judge(indicium, certificate, bundle.orElseThrow());
    }

    private static Verdict judge(SignedIndicium indicium, X509Certificate certificate, TrustBundle bundle) {
        Optional<String> forgery = forgery(indicium, certificate);
        if (forgery.isPresent()) {
            return new Forged(indicium, forgery.get());
        }
        IndiciumContent content = indicium.content();
        Optional<String> doubt = doubt(content, certificate, bundle);
        if (doubt.isPresent()) {
            return new AskTheDesk(indicium, doubt.get());
        }
        if (bundle.voided().contains(new Piece(content.psdSerial(), content.pieceCount()))) {
            return new Voided(indicium);
        }
        return TrustBundle.listsVoidsOf(content.frankedOn(), bundle.issuedAt())
                ? new Genuine(indicium)
                : new AskTheDesk(
                        indicium,
                        "It was franked more than " + TrustBundle.VOIDS_REACH_BACK_DAYS
                                + " days before the trust bundle was issued, which does not list voids that old.");
    }

    private static Optional<String> forgery(SignedIndicium indicium, X509Certificate certificate) {
        IndiciumContent content = indicium.content();
        if (content.algorithm() != Algorithm.ECDSA_P256) {
            return Optional.of("It names a different algorithm than its certificate.");
        }
        if (!P256.isCanonical(indicium.signature())) {
            return Optional.of("Its signature is not in the form that modules write (low s).");
        }
        if (!P256.verify(certificate.getPublicKey(), content.encode(), indicium.signature())) {
            return Optional.of("Its signature is not by the module that it names.");
        }
        if (Certificates.licence(certificate)
                .filter(licence -> !licence.equals(content.licence()))
                .isPresent()) {
            return Optional.of("Its module is certified for a different licence.");
        }
        return content.pieceCount() > 0
                ? Optional.empty()
                : Optional.of("It has piece count 0, which only a specimen may have.");
    }

    private static Optional<String> doubt(IndiciumContent content, X509Certificate certificate, TrustBundle bundle) {
        Optional<Revocation> revocation = bundle.revocation(content.certificateSerial());
        if (revocation.isPresent() && revocation.get().reason() == Revocation.Reason.COMPROMISED) {
            return Optional.of("The module's key is revoked as compromised: compare with what was reported.");
        }
        if (revocation.isPresent()
                && content.frankedOn().isAfter(day(revocation.get().when()))) {
            return Optional.of("Its franking date is after its key was superseded.");
        }
        boolean outside = content.frankedOn()
                        .isBefore(day(certificate.getNotBefore().toInstant()))
                || content.frankedOn().isAfter(day(certificate.getNotAfter().toInstant()));
        return outside ? Optional.of("Its franking date is outside its certificate's validity.") : Optional.empty();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
