package org.stampwright.indicium.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.Sample;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.OrderBinding;
import org.stampwright.indicium.ledger.Proof;
import org.stampwright.indicium.ledger.Receipt;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.ledger.SignedReceipt;
import org.stampwright.indicium.ledger.Succession;

/**
 * The files in {@code golden} were written once by {@link #write()}. They must remain readable with the same meaning
 * for ever, because stamps and records of past years have these bytes. Those of the first format version of ledger
 * entries are in the folder itself, those of the second in {@code entry-2}.
 */
class GoldenFilesTest {

    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00Z");
    private static final IndiciumContent CONTENT = Sample.content().build();
    private static final OrderBinding ORDER =
            new OrderBinding(UUID.fromString("3f0c1b52-0000-4000-8000-000000000001"), 2, 3);
    private static final LedgerEntry OPENED = LedgerEntry.opened(
            CONTENT.psdSerial(), Money.parse("500"), Money.parse("100"), 7, 1, new CertificateSerial(2001));
    private static final Golden FIRST = Golden.of("", OPENED.inFormat(1), FrankedPiece.unbound(CONTENT));
    private static final Golden SECOND = Golden.of("entry-2/", OPENED, FrankedPiece.of(CONTENT, ORDER));

    /** One set of files, and the meaning of its ledger. */
    private record Golden(String folder, LedgerEntry funded, FrankedPiece piece, LedgerEntry franked) {

        static Golden of(String folder, LedgerEntry opened, FrankedPiece piece) {
            LedgerEntry funded = opened.funded(Money.parse("100"));
            return new Golden(folder, funded, piece, funded.franked(List.of(piece)));
        }

        byte[] file(String name) {
            return golden(folder + name);
        }

        X509Certificate root() {
            return Certificates.read(file("root.der"));
        }

        TrustBundle bundle() {
            return SignedTrustBundle.decode(file("trust-bundle.bin")).bundle();
        }

        PublicKey seal() {
            return bundle().certificate(new CertificateSerial(2001))
                    .orElseThrow()
                    .getPublicKey();
        }
    }

    static Stream<Golden> sets() {
        return Stream.of(FIRST, SECOND);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void the_content_has_its_bytes(Golden set) {
        assertThat(CONTENT.encode()).isEqualTo(set.file("content.bin"));
        assertThat(IndiciumContent.decode(set.file("content.bin"))).isEqualTo(CONTENT);
    }

    @Test
    void each_set_is_in_its_format_version() {
        assertThat(FIRST.file("entry-franked.bin")[0]).isEqualTo((byte) 1);
        assertThat(SECOND.file("entry-franked.bin")[0]).isEqualTo((byte) 2);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void the_ledger_entries_have_their_bytes_and_seals_and_follow_one_another(Golden set) {
        SealedEntry funded = SealedEntry.decode(set.file("entry-funded.bin"));
        assertThat(funded.entry()).isEqualTo(set.funded());
        assertThat(funded.isSealedBy(set.seal())).isTrue();
        SealedEntry franked = SealedEntry.decode(set.file("entry-franked.bin"));
        assertThat(franked.entry()).isEqualTo(set.franked());
        assertThat(franked.encode()).isEqualTo(set.file("entry-franked.bin"));
        assertThat(franked.isSealedBy(set.seal())).isTrue();
        assertThat(Succession.objection(funded.entry(), franked.entry(), List.of(set.piece())))
                .isEmpty();
    }

    @Test
    void another_order_does_not_fit_the_entry_of_the_second_set() {
        OrderBinding other = new OrderBinding(ORDER.order(), ORDER.attempt(), 4);
        assertThat(Succession.objection(SECOND.funded(), SECOND.franked(), List.of(FrankedPiece.of(CONTENT, other))))
                .hasValueSatisfying(why -> assertThat(why).contains("orders and lines that they are for"));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void the_receipt_is_signed_and_covers_the_entry(Golden set) {
        SignedReceipt receipt = SignedReceipt.decode(set.file("receipt.bin"));
        LedgerEntry franked = set.franked();
        assertThat(receipt.receipt()).isEqualTo(new Receipt(franked.psd(), 3, franked.hash(), THEN));
        assertThat(receipt.isSignedBy(set.bundle().signingCertificate().getPublicKey()))
                .isTrue();
        assertThat(receipt.encode()).isEqualTo(set.file("receipt.bin"));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void the_proof_proves(Golden set) {
        Proof proof = Proof.decode(set.file("proof.bin"));
        assertThat(proof.objection(set.root())).isEmpty();
        assertThat(proof.piece()).isEqualTo(set.piece());
        assertThat(proof.encode()).isEqualTo(set.file("proof.bin"));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void the_stamp_is_genuine_by_the_trust_bundle(Golden set) {
        SignedTrustBundle bundle = SignedTrustBundle.decode(set.file("trust-bundle.bin"));
        assertThat(bundle.encode()).isEqualTo(set.file("trust-bundle.bin"));
        assertThat(bundle.bundle().number()).isEqualTo(42);
        assertThat(bundle.bundle().voided())
                .containsExactly(new Piece(new PsdSerial(1), 9), new Piece(new PsdSerial(2), 1));
        assertThat(bundle.bundle().revocations())
                .containsExactly(new Revocation(
                        new CertificateSerial(999), THEN.minusSeconds(3600), Revocation.Reason.COMPROMISED));
        IndiciumVerifier verifier =
                new IndiciumVerifier(set.root(), bundle, Clock.fixed(THEN.plusSeconds(60), ZoneOffset.UTC));
        assertThat(verifier.verify(set.file("stamp.bin"))).isInstanceOf(Verdict.Genuine.class);
    }

    /** Creates a new set; for a new format version only. */
    static Map<String, byte[]> write() {
        TestAuthority authority = new TestAuthority();
        LedgerEntry franking = SECOND.franked();
        KeyPair module = P256.newKeyPair(new SecureRandom());
        KeyPair seal = P256.newKeyPair(new SecureRandom());
        X509Certificate sealCertificate = authority.certify(2001, seal.getPublic(), KeyUse.SEAL);
        TrustBundle bundle = new TrustBundle(
                42,
                THEN,
                THEN.plusSeconds(86_400),
                authority.signingCertificate(),
                List.of(authority.certify(1001, module.getPublic(), KeyUse.INDICIUM), sealCertificate),
                List.of(new Revocation(
                        new CertificateSerial(999), THEN.minusSeconds(3600), Revocation.Reason.COMPROMISED)),
                new TreeSet<>(List.of(new Piece(new PsdSerial(2), 1), new Piece(new PsdSerial(1), 9))));
        SealedEntry franked = new SealedEntry(franking, P256.sign(seal.getPrivate(), franking.encode()));
        Receipt receipt = new Receipt(franking.psd(), franking.number(), franking.hash(), THEN);
        SignedReceipt signedReceipt = new SignedReceipt(receipt, authority.sign(receipt.encode()));
        Map<String, byte[]> files = new TreeMap<>();
        files.put("root.der", Certificates.encode(authority.root()));
        files.put("content.bin", CONTENT.encode());
        files.put("stamp.bin", new SignedIndicium(CONTENT, P256.sign(module.getPrivate(), CONTENT.encode())).encode());
        files.put(
                "entry-funded.bin",
                new SealedEntry(
                                SECOND.funded(),
                                P256.sign(seal.getPrivate(), SECOND.funded().encode()))
                        .encode());
        files.put("entry-franked.bin", franked.encode());
        files.put("receipt.bin", signedReceipt.encode());
        files.put("trust-bundle.bin", new SignedTrustBundle(bundle, authority.sign(bundle.encode())).encode());
        files.put(
                "proof.bin",
                new Proof(
                                SECOND.piece(),
                                List.of(SECOND.piece().hash(LedgerEntry.FORMAT_VERSION)),
                                List.of(franked),
                                signedReceipt,
                                List.of(sealCertificate),
                                authority.signingCertificate())
                        .encode());
        return files;
    }

    static byte[] golden(String name) {
        try (InputStream in = GoldenFilesTest.class.getResourceAsStream("/golden/" + name)) {
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
