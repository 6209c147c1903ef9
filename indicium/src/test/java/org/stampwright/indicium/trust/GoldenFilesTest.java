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
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.Sample;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.Proof;
import org.stampwright.indicium.ledger.Receipt;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.ledger.SignedReceipt;

/**
 * The files in {@code golden} were written once by {@link #write()} and must be read, and mean the same, for ever: what
 * was stored or printed years ago has these bytes.
 */
class GoldenFilesTest {

    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00Z");
    private static final IndiciumContent CONTENT = Sample.content().build();
    private static final LedgerEntry FUNDED = LedgerEntry.opened(
                    CONTENT.psdSerial(), Money.parse("500"), Money.parse("100"), 7, 1, new CertificateSerial(2001))
            .funded(Money.parse("100"));
    private static final LedgerEntry FRANKED = FUNDED.franked(List.of(CONTENT));

    private final X509Certificate root = Certificates.read(golden("root.der"));

    @Test
    void theContentHasItsBytes() {
        assertThat(CONTENT.encode()).isEqualTo(golden("content.bin"));
        assertThat(IndiciumContent.decode(golden("content.bin"))).isEqualTo(CONTENT);
    }

    @Test
    void theLedgerEntriesHaveTheirBytesAndSeals() {
        PublicKeys keys = new PublicKeys();
        assertThat(SealedEntry.decode(golden("entry-funded.bin"))).satisfies(entry -> {
            assertThat(entry.entry()).isEqualTo(FUNDED);
            assertThat(entry.isSealedBy(keys.seal)).isTrue();
        });
        assertThat(SealedEntry.decode(golden("entry-franked.bin"))).satisfies(entry -> {
            assertThat(entry.entry()).isEqualTo(FRANKED);
            assertThat(entry.encode()).isEqualTo(golden("entry-franked.bin"));
            assertThat(entry.isSealedBy(keys.seal)).isTrue();
        });
    }

    @Test
    void theReceiptIsSignedAndCoversTheEntry() {
        SignedReceipt receipt = SignedReceipt.decode(golden("receipt.bin"));
        assertThat(receipt.receipt()).isEqualTo(new Receipt(FRANKED.psd(), 3, FRANKED.hash(), THEN));
        assertThat(receipt.isSignedBy(new PublicKeys().signing)).isTrue();
        assertThat(receipt.encode()).isEqualTo(golden("receipt.bin"));
    }

    @Test
    void theProofProves() {
        Proof proof = Proof.decode(golden("proof.bin"));
        assertThat(proof.objection(root)).isEmpty();
        assertThat(proof.content()).isEqualTo(CONTENT);
        assertThat(proof.encode()).isEqualTo(golden("proof.bin"));
    }

    @Test
    void theStampIsGenuineByTheTrustBundle() {
        SignedTrustBundle bundle = SignedTrustBundle.decode(golden("trust-bundle.bin"));
        assertThat(bundle.encode()).isEqualTo(golden("trust-bundle.bin"));
        assertThat(bundle.bundle().number()).isEqualTo(42);
        assertThat(bundle.bundle().voided())
                .containsExactly(new Piece(new PsdSerial(1), 9), new Piece(new PsdSerial(2), 1));
        assertThat(bundle.bundle().revocations())
                .containsExactly(new Revocation(
                        new CertificateSerial(999), THEN.minusSeconds(3600), Revocation.Reason.COMPROMISED));
        IndiciumVerifier verifier =
                new IndiciumVerifier(root, bundle, Clock.fixed(THEN.plusSeconds(60), ZoneOffset.UTC));
        assertThat(verifier.verify(golden("stamp.bin"))).isInstanceOf(Verdict.Genuine.class);
    }

    private final class PublicKeys {
        private final PublicKey seal;
        private final PublicKey signing;

        private PublicKeys() {
            TrustBundle bundle =
                    SignedTrustBundle.decode(golden("trust-bundle.bin")).bundle();
            seal = bundle.certificate(new CertificateSerial(2001)).orElseThrow().getPublicKey();
            signing = bundle.signingCertificate().getPublicKey();
        }
    }

    /** Makes a new set; for a new format version only. */
    static Map<String, byte[]> write() {
        TestAuthority authority = new TestAuthority();
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
        SealedEntry franked = new SealedEntry(FRANKED, P256.sign(seal.getPrivate(), FRANKED.encode()));
        Receipt receipt = new Receipt(FRANKED.psd(), FRANKED.number(), FRANKED.hash(), THEN);
        SignedReceipt signedReceipt = new SignedReceipt(receipt, authority.sign(receipt.encode()));
        Map<String, byte[]> files = new TreeMap<>();
        files.put("root.der", Certificates.encode(authority.root()));
        files.put("content.bin", CONTENT.encode());
        files.put("stamp.bin", new SignedIndicium(CONTENT, P256.sign(module.getPrivate(), CONTENT.encode())).encode());
        files.put("entry-funded.bin", new SealedEntry(FUNDED, P256.sign(seal.getPrivate(), FUNDED.encode())).encode());
        files.put("entry-franked.bin", franked.encode());
        files.put("receipt.bin", signedReceipt.encode());
        files.put("trust-bundle.bin", new SignedTrustBundle(bundle, authority.sign(bundle.encode())).encode());
        files.put(
                "proof.bin",
                new Proof(
                                CONTENT,
                                List.of(Sha256.of(CONTENT.encode())),
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
