package org.stampwright.indicium.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.indicium.trust.P256;
import org.stampwright.indicium.trust.TestAuthority;

class ProofTest {

    private final TestAuthority authority = new TestAuthority();
    private final KeyPair sealKey = P256.newKeyPair(new SecureRandom());
    private final X509Certificate sealCertificate = authority.certify(2001, sealKey.getPublic(), KeyUse.SEAL);
    private final LedgerEntry funded = LedgerEntry.opened(
                    new PsdSerial(12_345_678),
                    Money.parse("500"),
                    Money.parse("100"),
                    7,
                    1,
                    new CertificateSerial(2001))
            .funded(Money.parse("100"));
    private final List<FrankedPiece> pieces = LedgerTest.pieces(funded, "0.82", "1.65", "0.82");
    private final List<byte[]> hashes =
            pieces.stream().map(piece -> piece.hash(2)).toList();
    private final LedgerEntry franked = funded.franked(pieces);
    private final LedgerEntry refunded = franked.funded(Money.parse("50"));
    private final Proof proof = new Proof(
            pieces.get(1),
            hashes,
            List.of(sealed(franked), sealed(refunded)),
            receipt(refunded),
            List.of(sealCertificate),
            authority.signingCertificate());

    @Test
    void proves_with_the_root_alone() {
        assertThat(proof.objection(authority.root())).isEmpty();
        assertThat(Proof.decode(proof.encode())).isEqualTo(proof);
    }

    @Test
    void a_batch_of_format_version_1_is_proven_without_an_order_and_with_none() {
        LedgerEntry before = funded.inFormat(1);
        List<FrankedPiece> unbound = pieces.stream()
                .map(piece -> FrankedPiece.unbound(piece.content()))
                .toList();
        LedgerEntry old = before.franked(unbound);
        List<byte[]> oldHashes = unbound.stream().map(piece -> piece.hash(1)).toList();
        Proof proves = new Proof(
                unbound.get(1),
                oldHashes,
                List.of(sealed(old)),
                receipt(old),
                List.of(sealCertificate),
                authority.signingCertificate());
        assertThat(proves.objection(authority.root())).isEmpty();
        assertThat(Proof.decode(proves.encode())).isEqualTo(proves);
        Proof claims = new Proof(
                pieces.get(1),
                oldHashes,
                List.of(sealed(old)),
                receipt(old),
                List.of(sealCertificate),
                authority.signingCertificate());
        assertThat(claims.objection(authority.root())).contains("it binds the piece to an order, but entry 3 does not");
    }

    @Test
    void proves_nothing_under_another_root() {
        assertThat(proof.objection(new TestAuthority().root())).isPresent();
    }

    @Test
    void names_what_is_missing_or_changed() {
        FrankedPiece second = pieces.get(1);
        FrankedPiece foreign =
                new FrankedPiece(second.content().toBuilder().destination(5).build(), second.binding());
        assertThat(objection(foreign, proof.entries(), proof.receipt())).contains("not in the batch of entry 3");
        FrankedPiece forAnotherOrder =
                new FrankedPiece(second.content(), pieces.get(0).binding());
        assertThat(objection(forAnotherOrder, proof.entries(), proof.receipt()))
                .contains("not in the batch of entry 3");
        assertThat(objection(FrankedPiece.unbound(second.content()), proof.entries(), proof.receipt()))
                .contains("does not bind the piece to an order");
        assertThat(objection(pieces.get(1), List.of(sealed(refunded)), proof.receipt()))
                .contains("does not frank");
        assertThat(objection(pieces.get(1), List.of(sealed(franked)), proof.receipt()))
                .contains("does not cover the last");
        LedgerEntry gap = refunded.suspended();
        assertThat(objection(pieces.get(1), List.of(sealed(franked), sealed(gap)), receipt(gap)))
                .contains("entry 5 does not follow entry 3");
        SealedEntry unsealed = new SealedEntry(
                franked, P256.sign(P256.newKeyPair(new SecureRandom()).getPrivate(), franked.encode()));
        assertThat(objection(pieces.get(1), List.of(unsealed, sealed(refunded)), proof.receipt()))
                .contains("seal of entry 3 is broken");
        assertThat(objection(
                        pieces.get(1),
                        proof.entries(),
                        new SignedReceipt(proof.receipt().receipt(), new byte[64])))
                .contains("not signed by the authority");
    }

    @Test
    void a_receipt_issued_outside_its_certificates_validity_proves_nothing() {
        Receipt early =
                new Receipt(refunded.psd(), refunded.number(), refunded.hash(), TestAuthority.START.minusSeconds(1));
        assertThat(objection(pieces.get(1), proof.entries(), new SignedReceipt(early, authority.sign(early.encode()))))
                .contains("not valid when the receipt was issued");
    }

    @Test
    void whoever_changes_an_array_they_gave_or_got_changes_nothing() {
        byte[] before = proof.encode();
        hashes.get(0)[0]++;
        proof.batchHashes().get(1)[0]++;
        assertThat(proof.encode()).isEqualTo(before);
    }

    @Test
    void every_proof_cut_off_is_refused() {
        byte[] bytes = proof.encode();
        for (int length = 0; length < bytes.length; length += 7) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException().isThrownBy(() -> Proof.decode(cut));
        }
    }

    private String objection(FrankedPiece piece, List<SealedEntry> entries, SignedReceipt receipt) {
        return new Proof(piece, hashes, entries, receipt, List.of(sealCertificate), authority.signingCertificate())
                .objection(authority.root())
                .orElseThrow();
    }

    private SealedEntry sealed(LedgerEntry entry) {
        return new SealedEntry(entry, P256.sign(sealKey.getPrivate(), entry.encode()));
    }

    private SignedReceipt receipt(LedgerEntry entry) {
        Receipt receipt = new Receipt(entry.psd(), entry.number(), entry.hash(), Instant.parse("2026-11-23T10:00:00Z"));
        return new SignedReceipt(receipt, authority.sign(receipt.encode()));
    }
}
