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
import org.stampwright.indicium.trust.Verdict.Voided;

/**
 * Judges indicia offline by the authority's root and its trust bundle. Immutable and thread-safe; certificates are
 * checked once, when it is made. A missing, stale or badly signed bundle makes every verdict <em>unknown</em>, never
 * <em>forged</em>.
 */
public final class IndiciumVerifier {

    private final TrustBundle bundle;
    private final Optional<String> mistrust;
    private final Map<CertificateSerial, X509Certificate> indiciumCertificates = new HashMap<>();
    private final Clock clock;

    /**
     * @param root the authority's, come by on a way of its own
     * @param signed the trust bundle
     * @param clock tells whether the bundle is stale
     */
    public IndiciumVerifier(X509Certificate root, SignedTrustBundle signed, Clock clock) {
        this.bundle = signed.bundle();
        this.clock = Objects.requireNonNull(clock, "clock");
        this.mistrust = signed.objection(root).map(why -> "The trust bundle is not the authority's: " + why + ".");
        for (X509Certificate certificate : bundle.moduleCertificates()) {
            if (Certificates.objection(certificate, KeyUse.INDICIUM, root).isEmpty()) {
                Certificates.serial(certificate).ifPresent(serial -> indiciumCertificates.put(serial, certificate));
            }
        }
    }

    /** Why nothing can be concluded from the bundle now; empty if it is in order. */
    public Optional<String> bundleObjection() {
        return mistrust.or(() -> bundle.isStaleAt(clock.instant())
                ? Optional.of("The trust bundle is stale: the next one was due at " + bundle.nextUpdate() + ".")
                : Optional.empty());
    }

    /** Judges whatever bytes a symbol held. Never throws. */
    public Verdict verify(byte[] bytes) {
        Decoded decoded = Decoded.of(bytes);
        if (decoded instanceof Decoded.Ours ours) {
            return verify(ours.indicium());
        }
        return new Unknown(Optional.empty(), decoded instanceof Decoded.Refused refused
                ? "Not an indicium that is known here: " + refused.reason() + "."
                : "A historic indicium, which is read and not judged.");
    }

    /** Judges an indicium in our format. */
    public Verdict verify(SignedIndicium indicium) {
        if (indicium.isSpecimen()) {
            return new Specimen(indicium);
        }
        Optional<String> objection = bundleObjection();
        if (objection.isPresent()) {
            return new Unknown(Optional.of(indicium), objection.get());
        }
        X509Certificate certificate = indiciumCertificates.get(indicium.content().certificateSerial());
        return certificate == null
                ? new Unknown(Optional.of(indicium), "Certificate " + indicium.content().certificateSerial()
                        + " is not in the trust bundle as one for indicia.")
                : judge(indicium, certificate);
    }

    private Verdict judge(SignedIndicium indicium, X509Certificate certificate) {
        IndiciumContent content = indicium.content();
        if (content.algorithm() != Algorithm.ECDSA_P256) {
            return new Forged(indicium, "It names an algorithm other than that of its certificate.");
        }
        if (!P256.isCanonical(indicium.signature())) {
            return new Forged(indicium, "Its signature is not in the form that modules write (low s).");
        }
        if (!P256.verify(certificate.getPublicKey(), content.encode(), indicium.signature())) {
            return new Forged(indicium, "Its signature is not by the module that it names.");
        }
        if (Certificates.licence(certificate).filter(licence -> !licence.equals(content.licence())).isPresent()) {
            return new Forged(indicium, "Its module is certified for another licence than it names.");
        }
        Optional<String> doubt = doubt(content, certificate);
        if (doubt.isPresent()) {
            return new AskTheDesk(indicium, doubt.get());
        }
        return isVoided(content) ? new Voided(indicium) : new Genuine(indicium);
    }

    private Optional<String> doubt(IndiciumContent content, X509Certificate certificate) {
        Optional<Revocation> revocation = bundle.revocation(content.certificateSerial());
        if (revocation.isPresent() && revocation.get().reason() == Revocation.Reason.COMPROMISED) {
            return Optional.of("The module's key is revoked as compromised: compare with what was reported.");
        }
        if (revocation.isPresent() && content.frankedOn().isAfter(day(revocation.get().when()))) {
            return Optional.of("It says that it was franked after its key was superseded.");
        }
        boolean outside = content.frankedOn().isBefore(day(certificate.getNotBefore().toInstant()))
                || content.frankedOn().isAfter(day(certificate.getNotAfter().toInstant()));
        return outside ? Optional.of("It says that it was franked outside its certificate's validity.")
                : Optional.empty();
    }

    private boolean isVoided(IndiciumContent content) {
        return content.pieceCount() > 0 && bundle.voided().contains(new Piece(content.psdSerial(), content.pieceCount()));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
