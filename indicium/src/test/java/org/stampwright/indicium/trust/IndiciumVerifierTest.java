package org.stampwright.indicium.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
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

    @Test
    void aStampByACertifiedModuleIsGenuineAndEarlierUseIsLeftOpen() {
        Verdict verdict = verdict(STAMP);
        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict.reason()).contains("whether it was used before, only the desk knows");
        assertThat(verdict.indicium()).contains(STAMP);
    }

    @Test
    void aStampWithAnyBitChangedIsNeverGenuine() {
        IndiciumVerifier verifier = verifier();
        byte[] bytes = STAMP.encode();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(verifier.verify(changed).isGenuine()).as("bit " + bit).isFalse();
        }
    }

    @Test
    void aChangedValueIsForged() {
        byte[] bytes = STAMP.encode();
        bytes[19]++;
        assertThat(verifier().verify(bytes)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void aSignatureByAnotherKeyIsForged() {
        SignedIndicium other = new SignedIndicium(
                CONTENT, P256.sign(P256.newKeyPair(new SecureRandom()).getPrivate(), CONTENT.encode()));
        assertThat(verdict(other)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void theSameSignatureWithHighSIsForged() {
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
    void aSignatureOfZeroOrOfTheOrderIsForged() {
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
    void anAlgorithmOtherThanItsCertificatesIsForged() {
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
    void aModuleFranksUnderTheLicenceThatItIsCertifiedFor(String subject, boolean genuine) {
        certificates.set(0, AUTHORITY.certify(1001, MODULE.getPublic(), subject));
        Verdict verdict = verdict(STAMP);
        assertThat(verdict).isInstanceOf(genuine ? Verdict.Genuine.class : Verdict.Forged.class);
        assertThat(verdict.reason().contains("another licence")).isEqualTo(!genuine);
    }

    @Test
    void aVoidedPieceIsVoidedAndItsNeighboursAreNot() {
        voided.add(new Piece(CONTENT.psdSerial(), CONTENT.pieceCount()));
        voided.add(new Piece(new PsdSerial(1), 2));
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.Voided.class);
        assertThat(verdict(signed(Sample.content().pieceCount(2).build()))).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void everyStampOfACompromisedKeyIsForTheDeskEvenAVoidedOne() {
        revocations.add(new Revocation(new CertificateSerial(1001), NOW, Revocation.Reason.COMPROMISED));
        voided.add(new Piece(CONTENT.psdSerial(), CONTENT.pieceCount()));
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.AskTheDesk.class);
    }

    @Test
    void aForgedStampOfACompromisedKeyIsForgedStill() {
        revocations.add(new Revocation(new CertificateSerial(1001), NOW, Revocation.Reason.COMPROMISED));
        byte[] bytes = STAMP.encode();
        bytes[19]++;
        assertThat(verifier().verify(bytes)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void stampsOfASupersededKeyStayGoodAndLaterOnesAreForTheDesk() {
        revocations.add(new Revocation(new CertificateSerial(1001), NOW, Revocation.Reason.SUPERSEDED));
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict(signed(
                        Sample.content().frankedOn(LocalDate.of(2026, 11, 24)).build())))
                .isInstanceOf(Verdict.AskTheDesk.class);
    }

    @Test
    void aStampFrankedOutsideItsCertificatesValidityIsForTheDesk() {
        assertThat(verdict(signed(
                        Sample.content().frankedOn(LocalDate.of(2025, 12, 31)).build())))
                .isInstanceOf(Verdict.AskTheDesk.class);
    }

    @Test
    void aSpecimenIsASpecimenWhateverElse() {
        now = NOW.plusSeconds(1_000_000);
        assertThat(verdict(CONTENT.specimen())).isInstanceOf(Verdict.Specimen.class);
    }

    @Test
    void withAStaleBundleNothingIsForged() {
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
    void aClockBehindTheBundleByMoreThanFiveMinutesConcludesNothing() {
        now = NOW.minusSeconds(60 + 5 * 60);
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.Genuine.class);
        now = now.minusSeconds(1);
        Verdict verdict = verdict(STAMP);
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Unknown.class, unknown -> assertThat(unknown.cause())
                .isEqualTo(Cause.NOT_YET));
        assertThat(verdict.reason()).contains("The clock is behind the bundle");
    }

    @Test
    void withoutABundleASpecimenIsToldAndAllElseIsUnknownWithTheReason() {
        IndiciumVerifier verifier = IndiciumVerifier.withoutBundle("the authority does not answer");
        assertThat(verifier.verify(CONTENT.specimen())).isInstanceOf(Verdict.Specimen.class);
        Verdict verdict = verifier.verify(STAMP.encode());
        assertThat(verdict)
                .isEqualTo(new Verdict.Unknown(
                        Cause.NO_BUNDLE,
                        new Decoded.Ours(STAMP),
                        "There is no trust bundle to judge by: the authority does not answer."));
        assertThat(verdict.fields()).containsEntry("postage", 820L);
        assertThat(verifier.bundleObjection()).isPresent();
    }

    @Test
    void aSignedStampOfPieceZeroIsForged() {
        Verdict verdict = verdict(signed(Sample.content().pieceCount(0).build()));
        assertThat(verdict).isInstanceOf(Verdict.Forged.class);
        assertThat(verdict.reason()).contains("piece 0");
    }

    @Test
    void aCertificateOfAnotherCurveInTheBundleCountsForNothing() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        certificates.set(0, AUTHORITY.certify(1001, generator.generateKeyPair().getPublic(), KeyUse.INDICIUM));
        assertThat(verdict(STAMP)).isInstanceOfSatisfying(Verdict.Unknown.class, unknown -> assertThat(unknown.cause())
                .isEqualTo(Cause.CERTIFICATE_ABSENT));
    }

    @Test
    void withABundleThatAnotherAuthoritySignedNothingIsConcluded() {
        IndiciumVerifier verifier = new IndiciumVerifier(new TestAuthority().root(), bundle(), clock());
        assertThat(verifier.verify(STAMP.encode())).isInstanceOf(Verdict.Unknown.class);
        assertThat(verifier.bundleObjection())
                .hasValueSatisfying(why -> assertThat(why).contains("not the authority's"));
    }

    @Test
    void withABundleChangedOnItsWayNothingIsConcluded() {
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
    void aCertificateThatTheBundleDoesNotHaveIsUnknown() {
        Verdict verdict = verdict(signed(
                Sample.content().certificateSerial(new CertificateSerial(9)).build()));
        assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
        assertThat(verdict.reason()).contains("Certificate 9 is not in the trust bundle");
        assertThat(verdict.indicium()).isPresent();
    }

    @Test
    void aSealKeySignsNoIndicia() {
        certificates.set(0, AUTHORITY.certify(1001, MODULE.getPublic(), KeyUse.SEAL));
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aCertificateOfAnotherRootInTheBundleCountsForNothing() {
        certificates.set(0, new TestAuthority().certify(1001, MODULE.getPublic(), KeyUse.INDICIUM));
        assertThat(verdict(STAMP)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aHistoricOneAndRubbishAreUnknown() {
        assertThat(verifier().verify(new byte[89])).satisfies(verdict -> {
            assertThat(verdict.reason()).contains("historic");
            assertThat(verdict.fields()).containsKey("rest");
            assertThat(verdict.indicium()).isEmpty();
        });
        assertThat(verifier().verify(new byte[] {(byte) 0x90, 1}).reason()).contains("format version 0x90");
        assertThat(verifier().verify(new byte[0])).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void manyThreadsGetTheSameAnswer() {
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
                1,
                NOW.minusSeconds(60),
                NOW.plusSeconds(3600),
                AUTHORITY.signingCertificate(),
                certificates,
                revocations,
                voided);
        SignedTrustBundle signed = new SignedTrustBundle(bundle, AUTHORITY.sign(bundle.encode()));
        return SignedTrustBundle.decode(signed.encode());
    }

    private static SignedIndicium signed(IndiciumContent content) {
        return new SignedIndicium(content, P256.sign(MODULE.getPrivate(), content.encode()));
    }
}
