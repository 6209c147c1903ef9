package org.stampwright.indicium.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.CertificateSerial;

class TrustBundleTest {

    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00Z");
    private static final TestAuthority AUTHORITY = new TestAuthority();

    @Test
    void a_next_update_that_is_not_after_the_time_of_issue_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bundle(1, THEN.plusMillis(999), List.of(), List.of()))
                .withMessageContaining("must be after its time of issue");
        assertThat(bundle(1, THEN.plusSeconds(1), List.of(), List.of()).isStaleAt(THEN))
                .isFalse();
    }

    @Test
    void one_serial_number_twice_is_refused() {
        X509Certificate one = module(1001);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bundle(1, THEN.plusSeconds(1), List.of(one, module(1001)), List.of()))
                .withMessageContaining("serial number must not be in a trust bundle twice");
        Revocation revocation = new Revocation(new CertificateSerial(1001), THEN, Revocation.Reason.SUPERSEDED);
        Revocation harder = new Revocation(new CertificateSerial(1001), THEN, Revocation.Reason.COMPROMISED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bundle(1, THEN.plusSeconds(1), List.of(one), List.of(revocation, harder)))
                .withMessageContaining("must not be revoked twice");
    }

    @Test
    void an_older_bundle_does_not_replace_a_newer_one() {
        SignedTrustBundle first = signed(bundle(1, THEN.plusSeconds(60), List.of(), List.of()));
        SignedTrustBundle second = signed(bundle(2, THEN.plusSeconds(60), List.of(module(1001)), List.of()));
        assertThat(SignedTrustBundle.newerOf(first, second)).isEqualTo(second);
        assertThat(SignedTrustBundle.newerOf(second, first)).isEqualTo(second);
        assertThat(SignedTrustBundle.newerOf(second, signed(second.bundle()))).isEqualTo(second);
    }

    @Test
    void two_different_bundles_of_one_number_are_refused() {
        SignedTrustBundle one = signed(bundle(2, THEN.plusSeconds(60), List.of(), List.of()));
        SignedTrustBundle other = signed(bundle(2, THEN.plusSeconds(61), List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedTrustBundle.newerOf(one, other))
                .withMessage("there are two different trust bundles with number 2");
    }

    private static X509Certificate module(long serial) {
        return AUTHORITY.certify(serial, P256.newKeyPair(new SecureRandom()).getPublic(), KeyUse.INDICIUM);
    }

    private static TrustBundle bundle(
            long number, Instant nextUpdate, List<X509Certificate> certificates, List<Revocation> revocations) {
        return new TrustBundle(
                number, THEN, nextUpdate, AUTHORITY.signingCertificate(), certificates, revocations, new TreeSet<>());
    }

    private static SignedTrustBundle signed(TrustBundle bundle) {
        return new SignedTrustBundle(bundle, AUTHORITY.sign(bundle.encode()));
    }
}
