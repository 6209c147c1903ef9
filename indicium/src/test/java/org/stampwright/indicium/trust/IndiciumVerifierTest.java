package org.stampwright.indicium.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.indicium.Algorithm;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.Decoded;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.Sample;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.trust.Verdict.Unknown.Cause;

class IndiciumVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private static final TestAuthority AUTHORITY = new TestAuthority();
    private static final KeyPair MODULE = P256.newKeyPair(new SecureRandom());
    private static final X509Certificate CERTIFICATE = AUTHORITY.certify(1001, MODULE.getPublic(), KeyUse.INDICIUM);
    private static final IndiciumContent CONTENT = Sample.content().build();
    private static final SignedIndicium STAMP = signed(CONTENT);

    private final List<X509Certificate> certificates = new ArrayList<>(List.of(CERTIFICATE));
    private final List<Revocation> revocations = new ArrayList<>();
    private final TreeSet<Piece> voided = new TreeSet<>();
    private Instant now = NOW;
    private Instant issued = NOW.minusSeconds(60);

    @Test
    void a_stamp_by_a_certified_module_is_genuine_and_earlier_use_is_left_open() {
        Verdict verdict = verdict(STAMP);
        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict.reason()).contains("only the desk knows whether it was used before");
        assertThat(verdict.indicium()).contains(STAMP);
    }

    @Test
    void a_stamp_with_any_bit_changed_is_never_genuine() {
        IndiciumVerifier verifier = verifier();
        byte[] bytes = STAMP.encode();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(verifier.verify(changed).isGenuine()).as("bit " + bit).isFalse();
        }
    }

    @Test
    void a_changed_value_is_forged() {
        byte[] bytes = STAMP.encode();
        bytes[19]++;
        assertThat(verifier().verify(bytes)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void a_signature_by_another_key_is_forged() {
        SignedIndicium other = new SignedIndicium(
                CONTENT, P256.sign(P256.newKeyPair(new SecureRandom()).getPrivate(), CONTENT.encode()));
        assertThat(verdict(other)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void the_same_signature_with_high_s_is_forged() {
        byte[] signature = STAMP.signature();
        BigInteger s = new BigInteger(1, signature, 32, 32);
        byte[] high = signature.clone();
        byte[] digits = ORDER.subtract(s).toByteArray();
        for (int i = 0; i < 32; i++) {
            int from = digits.length - 32 + i;
            high[32 + i] = from < 0 ? 0 : digits[from];
        }
        assertThat(P256.withLowS(high)).isEqualTo(signature);
        assertThat(verdict(new SignedIndicium(CONTENT, high))).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void a_signature_of_zero_or_of_the_order_is_forged() {
        byte[] order = Arrays.copyOfRange(ORDER.toByteArray(), 1, 33);
        for (int half = 0; half < 2; half++) {
            byte[] zeroed = STAMP.signature();
            Arrays.fill(zeroed, 32 * half, 32 * half + 32, (byte) 0);
            assertThat(verdict(new SignedIndicium(CONTENT, zeroed))).isInstanceOf(Verdict.Forged.class);
            byte[] topped = STAMP.signature();
            System.arraycopy(order, 0, topped, 32 * half, 32);
            assertThat(verdict(new SignedIndicium(CONTENT, topped))).isInstanceOf(Verdict.Forged.class);
        }
    }

    @Test
    void an_algorithm_other_than_its_certificates_is_forged() {
        Verdict verdict =
                verdict(signed(Sample.content().algorithm(Algorithm.DSA).build()));
        assertThat(verdict).isInstanceOf(Verdict.Forged.class);
        assertThat(verdict.reason()).contains("algorithm");
    }

    @ParameterizedTest
    @CsvSource({
        "'CN=ss1,OU=indicium,O=Licence 700001,C=US', true",
        "'CN=ss1,OU=indicium,O=Licence 700002,C=US', false",
        "'O=Licence 4294967295', false",
        "'O=Licence 4294967296', true",
        "'CN=ss1,O=The Licence 700002', true",
        "'CN=a\\,O=Licence 700002,O=Licence 700001', true",
        "'CN=ss1', true"
    })
    void a_module_franks_under_the_licence_that_it_is_certified_for(String subject, boolean genuine) {
        certificates.set(0, AUTHORITY.certify(1001, MODULE.getPublic(), subject));
        Verdict verdict = verdict(STAMP);
        assertThat(verdict).isInstanceOf(genuine ? Verdict.Genuine.class : Verdict.Forged.class);
        assertThat(verdict.reason().contains("different licence")).isEqualTo(!genuine);
    }

    @Test
    void a_voided_piece_is_voided_and_its_neighbours_are_not() {
        voided.add(new Piece(CONTENT.psdSerial(), CONTENT.pieceCount()));
        voided.add(new Piece(new PsdSerial(1), 2));
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.Voided.class);
        assertThat(verdict(signed(Sample.content().pieceCount(2).build()))).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void every_stamp_of_a_compromised_key_is_for_the_desk_even_a_voided_one() {
        revocations.add(new Revocation(new CertificateSerial(1001), NOW, Revocation.Reason.COMPROMISED));
        voided.add(new Piece(CONTENT.psdSerial(), CONTENT.pieceCount()));
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.AskTheDesk.class);
    }

    @Test
    void a_forged_stamp_of_a_compromised_key_is_forged_still() {
        revocations.add(new Revocation(new CertificateSerial(1001), NOW, Revocation.Reason.COMPROMISED));
        byte[] bytes = STAMP.encode();
        bytes[19]++;
        assertThat(verifier().verify(bytes)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void stamps_of_a_superseded_key_stay_good_and_later_ones_are_for_the_desk() {
        revocations.add(new Revocation(new CertificateSerial(1001), NOW, Revocation.Reason.SUPERSEDED));
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict(signed(
                        Sample.content().frankedOn(LocalDate.of(2026, 11, 24)).build())))
                .isInstanceOf(Verdict.AskTheDesk.class);
    }

    @Test
    void a_stamp_older_than_the_voids_that_the_bundle_lists_is_for_the_desk() {
        LocalDate from = TrustBundle.voidsFrom(NOW.plus(Duration.ofDays(400)));
        assertThat(from).isEqualTo(LocalDate.of(2026, 11, 23)).isEqualTo(CONTENT.frankedOn());
        issued = NOW.plus(Duration.ofDays(400));
        now = issued.plusSeconds(60);
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.Genuine.class);
        issued = NOW.plus(Duration.ofDays(401));
        now = issued.plusSeconds(60);
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.AskTheDesk.class);
        voided.add(new Piece(CONTENT.psdSerial(), CONTENT.pieceCount()));
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.Voided.class);
    }

    @Test
    void a_stamp_franked_outside_its_certificates_validity_is_for_the_desk() {
        assertThat(verdict(signed(
                        Sample.content().frankedOn(LocalDate.of(2025, 12, 31)).build())))
                .isInstanceOf(Verdict.AskTheDesk.class);
    }

    @Test
    void a_specimen_is_a_specimen_whatever_else() {
        now = NOW.plusSeconds(1_000_000);
        assertThat(verdict(CONTENT.specimen())).isInstanceOf(Verdict.Specimen.class);
    }

    @Test
    void with_a_stale_bundle_nothing_is_forged() {
        now = NOW.plusSeconds(86_400);
        byte[] changed = STAMP.encode();
        changed[19]++;
        for (byte[] bytes : List.of(STAMP.encode(), changed)) {
            Verdict verdict = verifier().verify(bytes);
            assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
            assertThat(verdict.reason()).contains("stale");
        }
    }

    @Test
    void a_clock_behind_the_bundle_by_more_than_five_minutes_concludes_nothing() {
        now = NOW.minusSeconds(60 + 5 * 60);
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.Genuine.class);
        now = now.minusSeconds(1);
        Verdict verdict = verdict(STAMP);
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Unknown.class, unknown -> assertThat(unknown.cause())
                .isEqualTo(Cause.NOT_YET));
        assertThat(verdict.reason()).contains("The clock is behind the bundle");
    }

    @Test
    void without_a_bundle_a_specimen_is_told_and_all_else_is_unknown_with_the_reason() {
        IndiciumVerifier verifier = IndiciumVerifier.withoutBundle("the authority does not answer");
        assertThat(verifier.verify(CONTENT.specimen())).isInstanceOf(Verdict.Specimen.class);
        Verdict verdict = verifier.verify(STAMP.encode());
        assertThat(verdict)
                .isEqualTo(new Verdict.Unknown(
                        Cause.NO_BUNDLE,
                        new Decoded.Ours(STAMP),
                        "There is no trust bundle to verify with: the authority does not answer."));
        assertThat(verdict.fields()).containsEntry("postage", 820L);
        assertThat(verifier.bundleObjection()).isPresent();
    }

    @Test
    void a_signed_stamp_of_piece_zero_is_forged() {
        Verdict verdict = verdict(signed(Sample.content().pieceCount(0).build()));
        assertThat(verdict).isInstanceOf(Verdict.Forged.class);
        assertThat(verdict.reason()).contains("piece count 0");
    }

    @Test
    void a_certificate_of_another_curve_in_the_bundle_counts_for_nothing() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        certificates.set(0, AUTHORITY.certify(1001, generator.generateKeyPair().getPublic(), KeyUse.INDICIUM));
        assertThat(verdict(STAMP)).isInstanceOfSatisfying(Verdict.Unknown.class, unknown -> assertThat(unknown.cause())
                .isEqualTo(Cause.CERTIFICATE_ABSENT));
    }

    @Test
    void with_a_bundle_that_another_authority_signed_nothing_is_concluded() {
        IndiciumVerifier verifier = new IndiciumVerifier(new TestAuthority().root(), bundle(), clock());
        assertThat(verifier.verify(STAMP.encode())).isInstanceOf(Verdict.Unknown.class);
        assertThat(verifier.bundleObjection())
                .hasValueSatisfying(why -> assertThat(why).contains("not the authority's"));
    }

    @Test
    void with_a_bundle_changed_on_its_way_nothing_is_concluded() {
        SignedTrustBundle signed = bundle();
        TrustBundle bundle = signed.bundle();
        TreeSet<Piece> more = new TreeSet<>(List.of(new Piece(CONTENT.psdSerial(), 1)));
        SignedTrustBundle changed = new SignedTrustBundle(
                new TrustBundle(
                        bundle.number(),
                        bundle.issuedAt(),
                        bundle.nextUpdate(),
                        bundle.signingCertificate(),
                        bundle.moduleCertificates(),
                        bundle.revocations(),
                        more),
                signed.signature());
        assertThat(new IndiciumVerifier(AUTHORITY.root(), changed, clock()).verify(STAMP))
                .isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void a_certificate_that_the_bundle_does_not_have_is_unknown() {
        Verdict verdict = verdict(signed(
                Sample.content().certificateSerial(new CertificateSerial(9)).build()));
        assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
        assertThat(verdict.reason()).contains("Certificate 9 is not in the trust bundle");
        assertThat(verdict.indicium()).isPresent();
    }

    @Test
    void a_seal_key_signs_no_indicia() {
        certificates.set(0, AUTHORITY.certify(1001, MODULE.getPublic(), KeyUse.SEAL));
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void a_certificate_of_another_root_in_the_bundle_counts_for_nothing() {
        certificates.set(0, new TestAuthority().certify(1001, MODULE.getPublic(), KeyUse.INDICIUM));
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void a_historic_one_and_rubbish_are_unknown() {
        assertThat(verifier().verify(new byte[89])).satisfies(verdict -> {
            assertThat(verdict.reason()).contains("historic");
            assertThat(verdict.fields()).containsKey("rest");
            assertThat(verdict.indicium()).isEmpty();
        });
        assertThat(verifier().verify(new byte[] {(byte) 0x90, 1}).reason()).contains("format version 0x90");
        assertThat(verifier().verify(new byte[0])).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void many_threads_get_the_same_answer() {
        IndiciumVerifier verifier = verifier();
        assertThat(IntStream.range(0, 400).parallel().mapToObj(i -> verifier.verify(STAMP)))
                .allMatch(Verdict::isGenuine);
    }

    private Verdict verdict(SignedIndicium stamp) {
        return verifier().verify(stamp.encode());
    }

    private IndiciumVerifier verifier() {
        return new IndiciumVerifier(AUTHORITY.root(), bundle(), clock());
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private SignedTrustBundle bundle() {
        TrustBundle bundle = new TrustBundle(
                1, issued, issued.plusSeconds(3660), AUTHORITY.signingCertificate(), certificates, revocations, voided);
        SignedTrustBundle signed = new SignedTrustBundle(bundle, AUTHORITY.sign(bundle.encode()));
        return SignedTrustBundle.decode(signed.encode());
    }

    private static SignedIndicium signed(IndiciumContent content) {
        return new SignedIndicium(content, P256.sign(MODULE.getPrivate(), content.encode()));
    }
}
